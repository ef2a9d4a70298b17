package dev.fer4j.eval.report;

import dev.fer4j.core.Condition;
import dev.fer4j.core.Control;
import dev.fer4j.eval.study.StudyPlan;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The look that all our figures share: fonts, lines, colours, a legend below the plot. */
final class HouseChart {

    /** Width of the plot without labels and padding, roughly. */
    static final int PLOT_WIDTH = 670;

    private static final int WIDTH = 760;
    private static final int LEGEND_LINE = 24;
    static final Color GREY = new Color(0x5A5F66);
    private static final Color INK = new Color(0x24282E);

    /** M. Okabe, K. Ito, "Color universal design", 2008: told apart by colour-blind readers. */
    private static final List<Color> PALETTE =
            List.of(
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xB8578F),
                    new Color(0xE69F00),
                    new Color(0x56B4E9),
                    INK);

    private static final Color GRID = new Color(0xE4E6E9);
    private static final List<String> FAMILIES =
            List.of("Helvetica Neue", "Arial", "Liberation Sans");

    private HouseChart() {}

    /**
     * The colour of a condition by its place among those of the plan that are no controls. Controls
     * of one kind have one colour, one of the next three, since a figure shows those of one
     * condition. The palette repeats after seven: enough for the four standard conditions and three
     * kinds of controls.
     */
    static Color colour(StudyPlan plan, Condition condition) {
        List<Condition> others = plan.withoutControls();
        List<Control.Means> means = List.of(Control.Means.values());
        return condition
                .mix()
                .control()
                .map(control -> colour(others.size() + means.indexOf(control.means())))
                .orElseGet(() -> colour(others.indexOf(condition)));
    }

    /** A colour by its place in the palette. */
    static Color colour(int place) {
        return PALETTE.get(place % PALETTE.size());
    }

    /**
     * An empty chart.
     *
     * @param plotHeight roughly, in units of the chart, of which it is 760 wide
     * @param legendLines how many lines the legend will have
     */
    static XYChart create(
            String title, String xTitle, String yTitle, int plotHeight, int legendLines) {
        XYChart chart = new XYChart(WIDTH, plotHeight + 110 + LEGEND_LINE * legendLines);
        chart.setTitle(title);
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        XYStyler styler = chart.getStyler();
        String family = family();
        styler.setChartTitleFont(new Font(family, Font.BOLD, 18));
        styler.setAxisTitleFont(new Font(family, Font.PLAIN, 15));
        styler.setAxisTickLabelsFont(new Font(family, Font.PLAIN, 14));
        styler.setLegendFont(new Font(family, Font.PLAIN, 14));
        styler.setLocale(Locale.ROOT);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickMarksColor(GREY);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotContentSize(1);
        styler.setPlotMargin(0);
        styler.setChartPadding(18);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(12);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Vertical);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setLegendPadding(8);
        styler.setLegendSeriesLineLength(34);
        styler.setMarkerSize(9);
        styler.setYAxisDecimalPattern("0.00");
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(1.0);
        return chart;
    }

    private static String family() {
        Set<String> available =
                Set.copyOf(
                        Arrays.asList(
                                GraphicsEnvironment.getLocalGraphicsEnvironment()
                                        .getAvailableFontFamilyNames(Locale.ROOT)));
        return FAMILIES.stream().filter(available::contains).findFirst().orElse(Font.SANS_SERIF);
    }

    /** A line through points. */
    static XYSeries line(
            XYChart chart, String id, List<PlotPoint> points, Color colour, BasicStroke stroke) {
        XYSeries series =
                chart.addSeries(
                        id,
                        points.stream().mapToDouble(PlotPoint::x).toArray(),
                        points.stream().mapToDouble(PlotPoint::y).toArray());
        series.setLineColor(colour);
        series.setLineStyle(stroke);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    /** A line of the legend that has no line in the plot. */
    static void legendOnly(
            XYChart chart, String id, String label, Color colour, BasicStroke stroke) {
        // XChart has no other way: a series without a visible point.
        line(chart, id, List.of(new PlotPoint(0, Double.NaN)), colour, stroke).setLabel(label);
    }

    /**
     * Sets the range of the y axis to that of some values, with some room on both sides; without
     * values it is left as it is.
     *
     * <p>There is more room above than below because XChart, where values and ends happen to be
     * equally spaced, sets ticks at values and rounds their labels, which are then wrong.
     */
    static void fitY(XYChart chart, DoubleSummaryStatistics values, double lowest, double highest) {
        if (values.getCount() == 0) {
            return;
        }
        double room = Math.max(0.02, 0.05 * (values.getMax() - values.getMin()));
        chart.getStyler().setYAxisMin(Math.max(lowest, values.getMin() - room));
        chart.getStyler().setYAxisMax(Math.min(highest, values.getMax() + 1.3 * room));
    }

    /**
     * Makes both axes run from 0 to 1, with a little room that no tick falls on; see {@link #fitY}.
     */
    static void unitSquare(XYChart chart) {
        double room = 0.0117;
        chart.getStyler().setXAxisMin(-room).setXAxisMax(1 + room);
        chart.getStyler().setYAxisMin(-room).setYAxisMax(1 + room);
        chart.getStyler().setXAxisDecimalPattern("0.0");
        chart.getStyler().setYAxisDecimalPattern("0.0");
    }
}
