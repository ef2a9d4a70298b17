package dev.fer4j.eval.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PlotTest {

    private static Plot plot(Mark... marks) {
        return new Plot(
                "A title",
                List.of(),
                Axis.over("x", 0, 10),
                Axis.over("y", 0, 1),
                Plot.WIDTH,
                200,
                List.of(marks));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void textsStayTextsAndInksAreClasses() throws Exception {
        Mark line =
                new Mark.Line(
                        List.of(new PlotPoint(0, 0), new PlotPoint(10, 1)),
                        Ink.SERIES_2,
                        Stroke.DASHED);

        Document svg = parse(plot(line).toSvg());

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A title");
        var texts = svg.getElementsByTagName("text");
        assertThat(texts.item(0).getTextContent()).isEqualTo("A title");
        // Title, six ticks on each axis, two axis titles.
        assertThat(texts.getLength()).isEqualTo(1 + 12 + 2);
        assertThat(plot(line).toSvg())
                .contains("class=\"line series-2\"")
                .contains("stroke=\"#D55E00\"")
                .contains("stroke-dasharray=\"7 4\"");
    }

    @Test
    void aGapIsNotDrawnAcross() {
        Mark line =
                new Mark.Line(
                        List.of(
                                new PlotPoint(0, 0),
                                new PlotPoint(1, 0),
                                new PlotPoint(2, Double.NaN),
                                new PlotPoint(3, 0)),
                        Ink.SERIES_1,
                        Stroke.SOLID);
        String path =
                plot(line).toSvg().lines().filter(l -> l.contains("series-1")).findFirst().get();

        assertThat(path.split("M", -1)).hasSize(1 + 2);
        assertThat(path).doesNotContain("NaN");
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        Mark beyond =
                new Mark.Line(
                        List.of(new PlotPoint(5, -9), new PlotPoint(5, 9)),
                        Ink.SERIES_1,
                        Stroke.SOLID);
        BufferedImage image = new Sheet("s", List.of(plot(beyond)), List.of()).toImage();

        int drawn = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                drawn += (image.getRGB(x, y) & 0xFFFFFF) == Ink.SERIES_1.rgb() ? 1 : 0;
            }
        }
        // Of two pixels a unit, 200 units high, some four wide; nothing in title and margins.
        assertThat(drawn).isBetween(400 * 3, 400 * 5);
        assertThat(plot(beyond).toSvg()).contains("<svg x=\"");
    }

    @Test
    void aBandIsAClosedAreaInATint() throws Exception {
        Mark band =
                new Mark.Band(
                        List.of(new Mark.Range(0, 0.2, 0.4), new Mark.Range(10, 0.3, 0.6)),
                        Ink.SERIES_3);
        String svg = plot(band).toSvg();

        assertThat(parse(svg)).isNotNull();
        assertThat(svg).contains("Z\" fill=\"#009E73\" fill-opacity=\"0.15\"");
    }

    private static Sheet panel(String title, String... key) {
        List<LegendEntry> entries =
                Stream.of(key)
                        .map(label -> new LegendEntry(label, Ink.SERIES_1, Stroke.SOLID))
                        .toList();
        Axis axis = Axis.ofShare("x");
        int height = Plot.square(Plot.PANEL_WIDTH);
        Plot plot = new Plot(title, entries, axis, axis, Plot.PANEL_WIDTH, height, List.of());
        return new Sheet("s", List.of(plot), List.of());
    }

    @Test
    void aLongTitleAndEachEntryOfAKeyHaveLinesOfTheirOwn() {
        int height = panel("short", "a").toImage().getHeight();
        String title = "Against Baseline, duplicated to the size of Baseline + YouTube";

        assertThat(panel(title, "a").toImage().getHeight()).isEqualTo(height + 2 * 21);
        assertThat(panel("short", "a", "b").toImage().getHeight()).isEqualTo(height + 2 * 20);
        assertThat(panel("short", title).toImage().getHeight()).isEqualTo(height + 2 * 20);
    }

    @Test
    void panelsStandThreeInARowUponOneLine() throws Exception {
        Plot low = panel("short").plots().get(0);
        Plot high = panel("high", "a key").plots().get(0);
        Sheet row = new Sheet("s", List.of(low, high, low, low), List.of());

        int width = 3 * Plot.PANEL_WIDTH + 2 * 28 + 2 * 16;
        assertThat(row.toImage().getWidth()).isEqualTo(2 * width);
        var lines = parse(row.toSvg()).getElementsByTagName("text");
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < lines.getLength(); i++) {
            if (lines.item(i).getTextContent().equals("x")) {
                ends.add(lines.item(i).getAttributes().getNamedItem("y").getTextContent());
            }
        }
        // Of each plot the title of its y axis, then that of its x axis.
        assertThat(ends).hasSize(8);
        assertThat(ends.get(1)).isEqualTo(ends.get(3)).isEqualTo(ends.get(5));
        assertThat(ends.get(7)).isNotEqualTo(ends.get(1));
    }

    @Test
    void aSheetHasTwoPlotsInARowAndItsLegendBelow() throws Exception {
        LegendEntry entry = new LegendEntry("a line", Ink.SERIES_1, Stroke.SOLID);
        Sheet one = new Sheet("s", List.of(plot()), List.of());
        Sheet two = new Sheet("s", List.of(plot(), plot()), List.of());
        Sheet three = new Sheet("s", List.of(plot(), plot(), plot()), List.of(entry));

        assertThat(two.toImage().getWidth()).isGreaterThan(one.toImage().getWidth());
        assertThat(two.toImage().getHeight()).isEqualTo(one.toImage().getHeight());
        assertThat(three.toImage().getWidth()).isEqualTo(two.toImage().getWidth());
        assertThat(three.toImage().getHeight()).isGreaterThan(2 * one.toImage().getHeight() - 40);
        assertThat(parse(three.toSvg()).getElementsByTagName("text").item(45).getTextContent())
                .isEqualTo("a line");
    }
}
