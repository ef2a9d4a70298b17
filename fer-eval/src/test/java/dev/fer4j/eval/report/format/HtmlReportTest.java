package dev.fer4j.eval.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.StudyReport;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//[a-zA-Z0-9./]+");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    @TempDir Path folder;

    private String write(Report report) throws IOException {
        Path file = folder.resolve("report.html");
        HtmlReport.write(file, report);
        return Files.readString(file);
    }

    private String writeStudy() throws IOException {
        StudyResult study = MadeUpStudy.standard(5);
        return write(
                new Report(
                        "A study",
                        "made up",
                        StudyReport.sections(study, StudyInference.of(study, new Seed(1)))));
    }

    @Test
    void escapesAllText() throws IOException {
        String evil = "<img src=x onerror='alert(1)'>&\"";
        String html =
                write(
                        new Report(
                                evil,
                                evil,
                                List.of(
                                        new Section(
                                                evil,
                                                List.of(
                                                        new Block.Paragraph(evil),
                                                        new Block.Warning(evil))),
                                        new Section(evil, List.of()))));

        assertThat(html).doesNotContain("<img");
        assertThat(html.split(Pattern.quote("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;"), -1))
                .hasSize(1 + 9);
    }

    @Test
    void needsNothingFromOutside() throws IOException {
        String html = writeStudy();

        assertThat(html).doesNotContain("<script").doesNotContain("<link").doesNotContain("src=");
        assertThat(html).contains("default-src 'none'");
        assertThat(ADDRESS.matcher(html).results().map(MatchResult::group).distinct())
                .containsExactly("http://www.w3.org/2000/svg");
    }

    @Test
    void escapesTextInFiguresPicturesAndEverythingElse() throws IOException {
        String evil = "</text></svg><script>alert(1)</script>\"'&";
        Plot plot =
                new Plot(
                        evil,
                        List.of(),
                        Axis.over(evil, 0, 1),
                        new Axis(evil, 0, 1, List.of(new Axis.Tick(0.5, evil))),
                        Plot.WIDTH,
                        100,
                        List.of(
                                new Mark.Words(
                                        new PlotPoint(0, 0),
                                        evil,
                                        Mark.Words.Side.RIGHT,
                                        Ink.TEXT)));
        Figure figure =
                new Figure(
                        "evil",
                        evil,
                        List.of(plot),
                        List.of(new LegendEntry(evil, Ink.TEXT, Stroke.SOLID)));
        Picture picture = Picture.of("evil", evil, evil, new RgbImage(1, 1, new byte[3]));
        String html =
                write(
                        new Report(
                                "t",
                                "",
                                List.of(
                                        new Section(
                                                "s",
                                                List.of(
                                                        new Block.Heading(evil),
                                                        new Block.Points(List.of(evil)),
                                                        new Block.Verbatim(evil),
                                                        new Block.FigureBlock(figure),
                                                        new Block.Pictures(List.of(picture)))))));

        assertThat(html).doesNotContain("<script").doesNotContain(evil);
        // Plot: its title twice, two axes, a tick, words; figure: its legend twice, its caption.
        assertThat(html.split("&lt;script&gt;alert\\(1\\)", -1)).hasSize(1 + 3 + 6 + 3 + 2);
    }

    @Test
    void onlyPicturesThatWereHandedInMayBeShown() throws IOException {
        Picture picture = Picture.of("red", "red", "", new RgbImage(1, 1, new byte[] {-1, 0, 0}));
        String with =
                write(
                        new Report(
                                "t",
                                "",
                                List.of(
                                        new Section(
                                                "s",
                                                List.of(new Block.Pictures(List.of(picture)))))));

        assertThat(with)
                .contains(
                        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"")
                .contains("<img src=\"data:image/png;base64,");
        assertThat(writeStudy()).doesNotContain("img-src").doesNotContain("<img");
    }

    @Test
    void contentsLeadToEverySection() throws IOException {
        String html = writeStudy();

        assertThat(ID.matcher(html).results().map(id -> id.group(1)))
                .doesNotHaveDuplicates()
                .contains("section-1", "section-2", "section-3", "section-4", "section-5");
        for (int i = 1; i <= 5; i++) {
            assertThat(html).contains("href=\"#section-" + i + "\"");
        }
        // The differences, and three panels each of loss, accuracy, curves and reliability.
        assertThat(html.split("<figure", -1)).hasSize(1 + 6);
        assertThat(html.split("class=\"plate\"", -1)).hasSize(1 + 1 + 5 * 3);
    }

    @Test
    void isTheSameEachTime() throws IOException {
        assertThat(writeStudy()).isEqualTo(writeStudy());
    }
}
