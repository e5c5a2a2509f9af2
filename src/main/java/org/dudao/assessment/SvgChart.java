package org.dudao.assessment;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.SVGGraphics2D;
import org.dudao.assessment.Report.Chart;
import org.dudao.assessment.Report.Chart.Series;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws a chart as SVG with its texts as texts. They are measured by a rule and not by
 * the fonts of this machine, so that the same chart is drawn alike on each.
 */
final class SvgChart {

	/** Of the drawing, which a page scales to its own width. */
	static final int WIDTH = 720;

	/** Of the drawing. */
	static final int HEIGHT = 320;

	/** Apart from each other for those who do not tell red from green, and in print. */
	static final List<Color> COLORS = List.of(new Color(0x1f5a96), new Color(0xd9822b), new Color(0x3a8f5c),
			new Color(0x8e4b9b), new Color(0x6b6b6b), new Color(0xb03a3a));

	private static final Font FONT = new EvenFont(Font.PLAIN, 13);

	private static final Color GRID = new Color(0xd8dde3);

	private final Chart chart;

	private final String name;

	/**
	 * A chart of a page.
	 * @param name what no other chart of the page is called
	 */
	SvgChart(Chart chart, String name) {
		this.chart = chart;
		this.name = name;
	}

	/** The {@code svg} element. */
	String svg() {
		TextUtils.setUseFontMetricsGetStringBounds(true);
		try {
			Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
			SVGGraphics2D graphics = new EvenGraphics(document, this.name);
			drawn().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
			Element root = graphics.getRoot();
			root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
			root.setAttribute("role", "img");
			root.setAttribute("aria-label", this.chart.title());
			StringWriter out = new StringWriter();
			graphics.stream(root, out, true, false);
			String text = out.toString();
			return text.substring(text.indexOf("<svg"));
		}
		catch (ParserConfigurationException impossible) {
			throw new IllegalStateException("every Java makes XML documents", impossible);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private JFreeChart drawn() {
		DefaultCategoryDataset data = new DefaultCategoryDataset();
		for (Series series : this.chart.series()) {
			for (int i = 0; i < series.figures().size(); i++) {
				BigDecimal figure = series.figures().get(i);
				data.addValue(figure, series.name(), this.chart.categories().get(i));
			}
		}
		JFreeChart chart = this.chart.lines()
				? ChartFactory.createLineChart(null, null, null, data, PlotOrientation.VERTICAL, true, false, false)
				: ChartFactory.createBarChart(null, null, null, data, PlotOrientation.VERTICAL, true, false, false);
		chart.setBackgroundPaint(Color.WHITE);
		chart.getLegend().setItemFont(FONT);
		chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
		chart.setPadding(new RectangleInsets(8, 4, 4, 16));
		settle(chart.getCategoryPlot());
		return chart;
	}

	private void settle(CategoryPlot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlineVisible(false);
		plot.setRangeGridlinePaint(GRID);
		plot.setRangeGridlineStroke(new BasicStroke(1));
		plot.getDomainAxis().setTickLabelFont(FONT);
		plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(1.5f);
		NumberAxis axis = (NumberAxis) plot.getRangeAxis();
		axis.setTickLabelFont(FONT);
		axis.setAutoRangeIncludesZero(!this.chart.lines());
		axis.setNumberFormatOverride(
				new java.text.DecimalFormat("0.##", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT)));
		if (this.chart.lines()) {
			lines(plot);
		}
		else {
			bars(plot);
		}
	}

	private void lines(CategoryPlot plot) {
		LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
		for (int i = 0; i < this.chart.series().size(); i++) {
			renderer.setSeriesPaint(i, color(i));
			renderer.setSeriesStroke(i, new BasicStroke(2.5f));
			renderer.setSeriesShape(i, new Ellipse2D.Double(-4, -4, 8, 8));
		}
		plot.setRenderer(renderer);
	}

	private void bars(CategoryPlot plot) {
		BarRenderer renderer = (BarRenderer) plot.getRenderer();
		renderer.setBarPainter(new StandardBarPainter());
		renderer.setShadowVisible(false);
		renderer.setItemMargin(0.06);
		renderer.setMaximumBarWidth(0.08);
		for (int i = 0; i < this.chart.series().size(); i++) {
			renderer.setSeriesPaint(i, color(i));
		}
	}

	private static Color color(int series) {
		return COLORS.get(series % COLORS.size());
	}

}
