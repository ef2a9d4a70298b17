package dev.fer4j.eval.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Plot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    private static final Table TABLE =
            new Table(
                    "Scores, by =unit",
                    List.of(Column.left("Unit"), Column.right("AUC")),
                    List.of(List.of("=1+1", "0.5")),
                    "A note.");

    private static final Figure FIGURE =
            new Figure(
                    "a-figure",
                    "Its caption",
                    List.of(
                            new Plot(
                                    "Its title",
                                    List.of(),
                                    Axis.ofShare("x"),
                                    Axis.ofShare("y"),
                                    Plot.WIDTH,
                                    100,
                                    List.of())),
                    List.of());

    @TempDir Path folder;
    private Picture picture;

    @BeforeEach
    void makePicture() {
        picture = Picture.of("a-picture", "A dot", "Its caption", new RgbImage(1, 1, new byte[3]));
    }

    private Report report(Block... blocks) {
        return new Report("Title", "Sub", List.of(new Section("Section", List.of(blocks))));
    }

    private Report whole() {
        return report(
                new Block.Heading("Heading"),
                new Block.Paragraph("Paragraph"),
                new Block.Points(List.of("One", "Two")),
                new Block.Warning("Beware"),
                new Block.Verbatim("@article{key,\n}"),
                new Block.TableBlock(TABLE),
                new Block.FigureBlock(FIGURE),
                new Block.Pictures(List.of(picture)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".fer4j"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesEveryForm() throws IOException {
        assertThat(ReportFolder.write(folder, whole())).isEqualTo(folder.resolve("report.html"));

        assertThat(files())
                .containsExactly(
                        "figures/a-figure.png",
                        "figures/a-figure.svg",
                        "pictures/a-picture.png",
                        "report.html",
                        "report.json",
                        "report.md",
                        "tables/01-scores-by-unit.csv");
        assertThat(ImageIO.read(folder.resolve("pictures/a-picture.png").toFile()).getWidth())
                .isEqualTo(1);
        assertThat(folder.resolve("tables/01-scores-by-unit.csv"))
                .hasContent("Unit,AUC\n'=1+1,0.5\n");
    }

    @Test
    void markdownSaysTheSame() {
        assertThat(MarkdownReport.text(whole()))
                .isEqualTo(
                        """
                        # Title

                        Sub

                        ## Section

                        ### Heading

                        Paragraph

                        - One
                        - Two

                        > **Warning.** Beware

                            @article{key,
                            }

                        **Scores, by =unit**

                        | Unit | AUC |
                        | --- | ---: |
                        | =1+1 | 0.5 |

                        A note.

                        ![Its title](figures/a-figure.png)

                        Its caption

                        ![A dot](pictures/a-picture.png)

                        Its caption
                        """);
    }

    @Test
    void jsonHasTextsAsTheyAre() {
        JsonNode json = Json.parse(ReportJson.text(whole()), JsonNode.class, "report");
        JsonNode blocks = json.at("/sections/0/blocks");

        assertThat(json.path("title").asText()).isEqualTo("Title");
        assertThat(blocks.findValuesAsText("kind"))
                .containsExactly(
                        "heading",
                        "paragraph",
                        "points",
                        "warning",
                        "verbatim",
                        "table",
                        "figure",
                        "pictures");
        assertThat(blocks.at("/5/columns/1").asText()).isEqualTo("AUC");
        assertThat(blocks.at("/5/rows/0/0").asText()).isEqualTo("=1+1");
        assertThat(blocks.at("/6/png").asText()).isEqualTo("figures/a-figure.png");
        assertThat(blocks.at("/7/pictures/0/file").asText()).isEqualTo("pictures/a-picture.png");
    }

    @Test
    void whatAnEarlierReportLeftIsRemoved() throws IOException {
        ReportFolder.write(folder, whole());
        Files.writeString(folder.resolve("tables/mine.txt"), "kept");
        Files.writeString(folder.resolve("table2.csv"), "kept");
        Files.writeString(folder.resolve("figures/mine.png"), "kept");
        Files.writeString(folder.resolve("figures/a-figure.png"), "changed");

        ReportFolder.write(folder, report(new Block.Paragraph("No pictures any more")));

        assertThat(files())
                .containsExactly(
                        "figures/a-figure.png",
                        "figures/mine.png",
                        "report.html",
                        "report.json",
                        "report.md",
                        "table2.csv",
                        "tables/mine.txt");
    }

    @Test
    void namesAreNotUsedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ReportFolder.write(
                                        folder,
                                        report(
                                                new Block.FigureBlock(FIGURE),
                                                new Block.FigureBlock(FIGURE))))
                .withMessageContaining("figures/a-figure.png twice");
    }
}
