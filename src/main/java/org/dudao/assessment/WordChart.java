package org.dudao.assessment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Date;
import java.util.Optional;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.dudao.assessment.Report.Chart;
import org.jspecify.annotations.Nullable;

/** A chart that Word draws itself, with the fonts of whoever opens it. */
final class WordChart {

	private static final int WIDTH = 440;

	private static final int HEIGHT = 175;

	private WordChart() {
	}

	static void draw(XWPFDocument document, XWPFRun run, Chart chart) throws IOException, InvalidFormatException {
		XWPFChart drawn = document.createChart(run, Units.toEMU(WIDTH), Units.toEMU(HEIGHT));
		drawn.deleteLegend();
		drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
		drawn.setAutoTitleDeleted(true);
		XDDFCategoryAxis categories = drawn.createCategoryAxis(AxisPosition.BOTTOM);
		XDDFValueAxis values = drawn.createValueAxis(AxisPosition.LEFT);
		values.setCrosses(AxisCrosses.AUTO_ZERO);
		values.setNumberFormat("0.##");
		values.getOrAddMajorGridProperties()
			.setLineProperties(
					new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.LIGHT_GRAY))));
		XDDFChartData data = drawn.createData(chart.lines() ? ChartTypes.LINE : ChartTypes.BAR, categories, values);
		int last = chart.categories().size();
		XDDFCategoryDataSource along = XDDFDataSourcesFactory.fromArray(chart.categories().toArray(String[]::new),
				drawn.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
		for (int i = 0; i < chart.series().size(); i++) {
			Double[] figures = chart.series().get(i).figures().stream().map(WordChart::number).toArray(Double[]::new);
			XDDFChartData.Series series = data.addSeries(along, XDDFDataSourcesFactory.fromArray(figures,
					drawn.formatRange(new CellRangeAddress(1, last, i + 1, i + 1)), i + 1));
			series.setTitle(chart.series().get(i).name(), drawn.setSheetTitle(chart.series().get(i).name(), i + 1));
			color(series, i);
		}
		if (data instanceof XDDFBarChartData bars) {
			bars.setBarDirection(BarDirection.COL);
			bars.setGapWidth(80);
		}
		if (data instanceof XDDFLineChartData lines) {
			lines.setVaryColors(false);
		}
		drawn.plot(data);
		CoreProperties properties = drawn.getWorkbook().getProperties().getCoreProperties();
		properties.setCreated(Optional.of(new Date(0)));
		properties.setModified(Optional.of(new Date(0)));
	}

	private static @Nullable Double number(@Nullable BigDecimal figure) {
		return (figure != null) ? figure.doubleValue() : null;
	}

	private static void color(XDDFChartData.Series series, int number) {
		java.awt.Color color = SvgChart.COLORS.get(number % SvgChart.COLORS.size());
		XDDFSolidFillProperties fill = new XDDFSolidFillProperties(
				XDDFColor.from(new byte[] { (byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue() }));
		XDDFShapeProperties shape = new XDDFShapeProperties();
		if (series instanceof XDDFLineChartData.Series line) {
			line.setSmooth(false);
			line.setMarkerStyle(MarkerStyle.CIRCLE);
			XDDFLineProperties stroke = new XDDFLineProperties(fill);
			stroke.setWidth(2.0);
			shape.setLineProperties(stroke);
		}
		else {
			shape.setFillProperties(fill);
		}
		series.setShapeProperties(shape);
	}

}
