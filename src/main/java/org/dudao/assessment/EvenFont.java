package org.dudao.assessment;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import java.text.CharacterIterator;

/**
 * A font of even widths: a Chinese character is as wide as it is high, any other a little
 * more than half of it. No font of the machine is asked.
 */
final class EvenFont extends Font {

	private static final long serialVersionUID = 1L;

	private static final double NARROW = 0.58;

	private static final double ASCENT = 0.88;

	private static final double DESCENT = 0.22;

	EvenFont(int style, int size) {
		super("sans-serif", style, size);
	}

	/** The width of a text in this font. */
	double width(CharSequence text) {
		return text.codePoints().mapToDouble((c) -> (c < 0x2E80) ? NARROW : 1).sum() * getSize2D();
	}

	double ascent() {
		return ASCENT * getSize2D();
	}

	double descent() {
		return DESCENT * getSize2D();
	}

	@Override
	public Font deriveFont(float size) {
		return new EvenFont(getStyle(), Math.round(size));
	}

	@Override
	public Rectangle2D getStringBounds(String text, FontRenderContext context) {
		return new Rectangle2D.Double(0, -ascent(), width(text), ascent() + descent());
	}

	@Override
	public Rectangle2D getStringBounds(String text, int begin, int limit, FontRenderContext context) {
		return getStringBounds(text.substring(begin, limit), context);
	}

	@Override
	public LineMetrics getLineMetrics(String text, FontRenderContext context) {
		return new Line(text.length());
	}

	@Override
	public LineMetrics getLineMetrics(String text, int begin, int limit, FontRenderContext context) {
		return new Line(limit - begin);
	}

	@Override
	public LineMetrics getLineMetrics(char[] text, int begin, int limit, FontRenderContext context) {
		return new Line(limit - begin);
	}

	@Override
	public LineMetrics getLineMetrics(CharacterIterator text, int begin, int limit, FontRenderContext context) {
		return new Line(limit - begin);
	}

	private final class Line extends LineMetrics {

		private final int characters;

		Line(int characters) {
			this.characters = characters;
		}

		@Override
		public int getNumChars() {
			return this.characters;
		}

		@Override
		public float getAscent() {
			return (float) ascent();
		}

		@Override
		public float getDescent() {
			return (float) descent();
		}

		@Override
		public float getLeading() {
			return 0;
		}

		@Override
		public float getHeight() {
			return getAscent() + getDescent();
		}

		@Override
		public int getBaselineIndex() {
			return ROMAN_BASELINE;
		}

		@Override
		public float[] getBaselineOffsets() {
			return new float[] { 0, 0, 0 };
		}

		@Override
		public float getStrikethroughOffset() {
			return -getAscent() / 3;
		}

		@Override
		public float getStrikethroughThickness() {
			return 1;
		}

		@Override
		public float getUnderlineOffset() {
			return 1;
		}

		@Override
		public float getUnderlineThickness() {
			return 1;
		}

	}

}
