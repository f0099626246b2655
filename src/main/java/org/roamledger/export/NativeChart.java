package org.roamledger.export;

import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.roamledger.report.Chart;
import org.roamledger.report.ChartTable;

import java.util.List;

import javax.xml.namespace.QName;

/// Charts that the spreadsheet draws by itself, in the colours and patterns of the window.
final class NativeChart {

    private static final int COLUMNS = 9;
    private static final int ROWS = 21;
    private static final QName OVERLAP =
            new QName("http://schemas.openxmlformats.org/drawingml/2006/chart", "overlap", "c");
    private static final int GAP = 40;

    /// From no sessions to most.
    private static final String[] SCALE = {"FFFFFFFF", "FF2F7DC4"};

    /// A colour with a pattern.
    ///
    /// @param pattern its name in DrawingML (ECMA-376, ST_PresetPatternVal); empty for none
    private record Fill(String rgb, String pattern) {}

    private static final List<Fill> FILLS =
            List.of(
                    new Fill("2F7DC4", ""),
                    new Fill("D8690F", "wdUpDiag"),
                    new Fill("16916D", "dkHorz"),
                    new Fill("B0559B", "wdDnDiag"),
                    new Fill("8A7A12", "dkVert"),
                    new Fill("6A6FD0", "smCheck"),
                    new Fill("7D848C", "ltUpDiag"));

    private NativeChart() {}

    /// Draws figures beside them.
    ///
    /// @param top row of the sheet at which the chart begins
    /// @param area the figures with their titles above and left of them
    static void draw(
            XSSFSheet sheet,
            ChartTable table,
            String title,
            String axis,
            int top,
            CellRangeAddress area) {
        var chart =
                sheet.createDrawingPatriarch()
                        .createChart(
                                new XSSFClientAnchor(0, 0, 0, 0, 0, top, COLUMNS, top + ROWS));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        var lying =
                switch (table.chart()) {
                    case PAYERS, PRICES, NETWORKS -> true;
                    case GROSS, ENERGY, TIMES -> false;
                };
        var lines = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        var figures = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        figures.setTitle(axis);
        figures.setCrossBetween(AxisCrossBetween.BETWEEN);
        figures.getOrAddMajorGridProperties();
        if (lying) {
            // The first line on top, as in the table.
            lines.setOrientation(AxisOrientation.MAX_MIN);
        }
        var bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, lines, figures);
        bars.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
        bars.setGapWidth(GAP);
        bars.setVaryColors(false);
        switch (table.chart()) {
            case GROSS, ENERGY, TIMES -> bars.setBarGrouping(BarGrouping.STACKED);
            case NETWORKS -> bars.setBarGrouping(BarGrouping.PERCENT_STACKED);
            case PAYERS, PRICES -> bars.setBarGrouping(BarGrouping.CLUSTERED);
        }
        addSeries(sheet, table, area, bars);
        chart.plot(bars);
        var drawn = chart.getCTChart().getPlotArea().getBarChartArray(0);
        hatch(drawn);
        if (table.chart() != Chart.PAYERS && table.chart() != Chart.PRICES) {
            pile(drawn);
        }
        if (table.chart() != Chart.PAYERS) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    /// Bars of one line stand on each other, not beside each other.
    ///
    /// Past POI, whose smaller set of schemas does not have the type of this element.
    private static void pile(CTBarChart bars) {
        try (var cursor = bars.getGapWidth().newCursor()) {
            cursor.toEndToken();
            cursor.toNextToken();
            cursor.beginElement(OVERLAP);
            cursor.insertAttributeWithValue("val", "100");
        }
    }

    private static void addSeries(
            XSSFSheet sheet, ChartTable table, CellRangeAddress area, XDDFBarChartData bars) {
        var names =
                XDDFDataSourcesFactory.fromStringCellRange(
                        sheet, column(area, area.getFirstColumn()));
        for (var part = 0; part < table.series().size(); part++) {
            var at = area.getFirstColumn() + 1 + part;
            var series =
                    bars.addSeries(
                            names,
                            XDDFDataSourcesFactory.fromNumericCellRange(
                                    sheet, column(area, at)));
            var header = sheet.getRow(area.getFirstRow()).getCell(at);
            series.setTitle(
                    header.getStringCellValue(),
                    new CellReference(header));
            series.setFillProperties(
                    new XDDFSolidFillProperties(colour(FILLS.get(part % FILLS.size()).rgb())));
        }
    }

    private static CellRangeAddress column(CellRangeAddress area, int column) {
        return new CellRangeAddress(area.getFirstRow() + 1, area.getLastRow(), column, column);
    }

    /// Patterns besides colours, for those who see none and for paper.
    ///
    /// Past POI, for the same reason as [#pile].
    private static void hatch(CTBarChart bars) {
        for (var part = 0; part < bars.sizeOfSerArray(); part++) {
            var fill = FILLS.get(part % FILLS.size());
            if (fill.pattern().isEmpty()) {
                continue;
            }
            try (var cursor = bars.getSerArray(part).getSpPr().newCursor()) {
                cursor.toFirstChild();
                cursor.removeXml();
                cursor.beginElement(drawn("pattFill"));
                cursor.insertAttributeWithValue("prst", fill.pattern());
                colour(cursor, "fgClr", fill.rgb());
                colour(cursor, "bgClr", "FFFFFF");
            }
        }
    }

    private static void colour(XmlCursor cursor, String use, String rgb) {
        cursor.beginElement(drawn(use));
        cursor.beginElement(drawn("srgbClr"));
        cursor.insertAttributeWithValue("val", rgb);
        cursor.toEndToken();
        cursor.toNextToken();
        cursor.toEndToken();
        cursor.toNextToken();
    }

    private static QName drawn(String element) {
        return new QName("http://schemas.openxmlformats.org/drawingml/2006/main", element, "a");
    }

    private static XDDFColor colour(String rgb) {
        var number = Integer.parseInt(rgb, 16);
        return new XDDFColorRgbBinary(
                new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    /// Colours the figures of an area by their size.
    ///
    /// @param area with titles above and left of the figures
    static void shade(XSSFSheet sheet, CellRangeAddress area) {
        var formatting = sheet.getSheetConditionalFormatting();
        var rule = formatting.createConditionalFormattingColorScaleRule();
        var scale = rule.getColorScaleFormatting();
        scale.setNumControlPoints(2);
        scale.getThresholds()[0].setRangeType(RangeType.MIN);
        scale.getThresholds()[1].setRangeType(RangeType.MAX);
        var colours = new XSSFColor[SCALE.length];
        for (var i = 0; i < SCALE.length; i++) {
            colours[i] = new XSSFColor();
            colours[i].setARGBHex(SCALE[i]);
        }
        scale.setColors(colours);
        var figures =
                new CellRangeAddress(
                        area.getFirstRow() + 1,
                        area.getLastRow(),
                        area.getFirstColumn() + 1,
                        area.getLastColumn());
        formatting.addConditionalFormatting(new CellRangeAddress[] {figures}, rule);
    }
}
