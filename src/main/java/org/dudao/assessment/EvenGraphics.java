package org.dudao.assessment;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.geom.Rectangle2D;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;

/** Writes SVG, and measures texts as {@link EvenFont} does. */
final class EvenGraphics extends SVGGraphics2D {

	/**
	 * Writes to that document.
	 * @param name begins the name of everything that the drawing refers to, since other
	 * drawings are on the same page
	 */
	EvenGraphics(Document document, String name) {
		super(context(document, name), false);
	}

	private static SVGGeneratorContext context(Document document, String name) {
		SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
		context.setIDGenerator(new SVGIDGenerator() {
			@Override
			public String generateID(String prefix) {
				return name + "-" + super.generateID(prefix);
			}
		});
		return context;
	}

	private EvenGraphics(EvenGraphics other) {
		super(other);
	}

	@Override
	public Graphics create() {
		return new EvenGraphics(this);
	}

	@Override
	public FontMetrics getFontMetrics(Font font) {
		return new Metrics((font instanceof EvenFont even) ? even : new EvenFont(font.getStyle(), font.getSize()));
	}

	private static final class Metrics extends FontMetrics {

		private static final long serialVersionUID = 1L;

		private final EvenFont even;

		Metrics(EvenFont even) {
			super(even);
			this.even = even;
		}

		@Override
		public int getAscent() {
			return (int) Math.ceil(this.even.ascent());
		}

		@Override
		public int getDescent() {
			return (int) Math.ceil(this.even.descent());
		}

		@Override
		public int getLeading() {
			return 0;
		}

		@Override
		public int stringWidth(String text) {
			return (int) Math.ceil(this.even.width(text));
		}

		@Override
		public int charWidth(char character) {
			return stringWidth(String.valueOf(character));
		}

		@Override
		public Rectangle2D getStringBounds(String text, Graphics context) {
			return this.even.getStringBounds(text, null);
		}

	}

}
