package dev.fer4j.eval.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingHistory.Epoch;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class StudyFiguresTest {

    private static final StudyResult STUDY = MadeUpStudy.standard(12);

    private static StudyInference inference(StudyResult study) {
        return StudyInference.of(study, new Seed(1));
    }

    private static List<Figure> all(StudyResult study) {
        return StudyFigures.all(study, inference(study));
    }

    @Test
    void pngsShowALineInEachConditionsColour(@TempDir Path folder) throws IOException {
        for (Figure figure : all(STUDY)) {
            Path file = folder.resolve(figure.name() + ".png");
            figure.writePng(file);
            BufferedImage image = ImageIO.read(file.toFile());

            assertThat(image.getWidth()).isGreaterThan(1300);
            Map<Integer, Integer> colours = colours(image);
            for (int place = 0; place < 4; place++) {
                int rgb = 0xFF000000 | Ink.series(place).rgb();
                assertThat(colours.getOrDefault(rgb, 0)).as(figure.name()).isGreaterThan(1500);
            }
        }
    }

    private static Map<Integer, Integer> colours(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void svgsAreWellFormedAndTheSameEachTime() throws Exception {
        for (Figure figure : all(STUDY)) {
            Document document = parse(figure.svg());

            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(20);
            assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(15);
        }
        assertThat(svgs(STUDY)).isEqualTo(svgs(MadeUpStudy.standard(12)));
    }

    private static List<String> svgs(StudyResult study) {
        return all(study).stream().map(Figure::svg).toList();
    }

    private static Document parse(String svg)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void plotsOfAPageNameNoOutsideAddressAndNoFont() {
        for (Figure figure : all(STUDY)) {
            for (Plot plot : figure.plots()) {
                assertThat(plot.toSvg())
                        .startsWith("<svg")
                        .doesNotContain("DOCTYPE")
                        .doesNotContain("font-family")
                        .doesNotContain("href");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 9, 10, 20, 21, 50, 100, 101, 300})
    void anyNumberOfEpochsCanBeDrawn(int epochs) throws Exception {
        StudyResult study = MadeUpStudy.standard(epochs);

        assertThat(parse(StudyFigures.loss(study).svg())).isNotNull();
        assertThat(parse(StudyFigures.accuracy(study).svg())).isNotNull();
    }

    @Test
    void aTrainingThatDivergedCanBeDrawn() throws Exception {
        TrainingHistory diverged =
                new TrainingHistory(
                        List.of(
                                new Epoch(1, 1e-4, 0.7, 0.5, 0.7, 0.5),
                                new Epoch(2, 1e-4, Double.NaN, 0, Double.POSITIVE_INFINITY, 0),
                                new Epoch(3, 1e-4, 0.7, 0.5, 0.7, 0.5)),
                        1);
        List<CellResult> cells =
                MadeUpStudy.PAPER_PLAN.cells().stream()
                        .map(
                                cell -> {
                                    CellResult made = MadeUpStudy.result(cell, 0.5, 1);
                                    return new CellResult(
                                            cell, diverged, made.validation(), made.test());
                                })
                        .toList();
        StudyResult study = new StudyResult(MadeUpStudy.PAPER_PLAN, cells, 0);

        assertThat(parse(StudyFigures.loss(study).svg())).isNotNull();
    }

    @Test
    void undefinedCurvesLeaveTheOthers() throws Exception {
        List<CellResult> cells =
                MadeUpStudy.PAPER_PLAN.cells().stream()
                        .map(
                                cell ->
                                        new CellResult(
                                                cell,
                                                new TrainingHistory(List.of(), 0),
                                                new Predictions(List.of()),
                                                new Predictions(List.of())))
                        .toList();
        StudyResult study = new StudyResult(MadeUpStudy.PAPER_PLAN, cells, 0);

        assertThat(parse(StudyFigures.roc(study, inference(study)).svg())).isNotNull();
        assertThat(parse(StudyFigures.precisionRecall(study, inference(study)).svg())).isNotNull();
    }

    @Test
    void severalSplitsAndSeedsCanBeDrawn() throws Exception {
        StudyPlan plan =
                new StudyPlan(
                        List.of(Condition.BASELINE, Condition.BASELINE_YOUTUBE),
                        CategorySplit.rotations(
                                AdCategory.FOOD_MARKET,
                                AdCategory.COSMETICS_FASHION,
                                AdCategory.CAR_TECHNOLOGY),
                        List.of(new Seed(1), new Seed(2)));

        for (Figure figure : all(MadeUpStudy.of(plan, 5))) {
            assertThat(parse(figure.svg())).isNotNull();
        }
    }

    @Test
    void controlsStandBesideTheirConditionInFiguresOfTheirOwn(@TempDir Path folder)
            throws IOException {
        StudyResult study = MadeUpStudy.withControls(12);
        List<Figure> figures = all(study);

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "loss",
                        "accuracy",
                        "pr",
                        "roc",
                        "loss-baseline-youtube-controls",
                        "roc-baseline-youtube-controls",
                        "loss-baseline-stylegan2-controls",
                        "roc-baseline-stylegan2-controls",
                        "loss-baseline-youtube-stylegan2-controls",
                        "roc-baseline-youtube-stylegan2-controls");
        assertThat(svgs(study).subList(0, 4)).isEqualTo(svgs(STUDY));
        // The reference, the condition, and two of three kinds of controls.
        assertColours(figures.get(6), folder, 0, 2, 4, 5);
        assertColours(figures.get(9), folder, 0, 3, 4, 5);
    }

    private static void assertColours(Figure figure, Path folder, Integer... places)
            throws IOException {
        Path file = folder.resolve(figure.name() + ".png");
        figure.writePng(file);
        Map<Integer, Integer> colours = colours(ImageIO.read(file.toFile()));
        // The seventh is that of the text too. Lines may lie upon each other, but for the legend's.
        for (int place = 0; place < 6; place++) {
            boolean drawn = colours.getOrDefault(0xFF000000 | Ink.series(place).rgb(), 0) > 100;
            assertThat(drawn)
                    .as("%s, colour %s", figure.name(), place)
                    .isEqualTo(List.of(places).contains(place));
        }
    }

    @Test
    void longTitlesWithSeveralAreasHaveTwoLinesInTheLegend(@TempDir Path folder)
            throws IOException {
        StudyResult once = MadeUpStudy.withControls(1);
        StudyPlan plan =
                new StudyPlan(
                        once.plan().conditions(),
                        once.plan().splits(),
                        List.of(new Seed(1), new Seed(2)));
        List<Integer> heights = new ArrayList<>();
        for (StudyResult study : List.of(once, MadeUpStudy.of(plan, 1))) {
            Path file = folder.resolve("roc.png");
            StudyFigures.controls(study, inference(study)).get(5).writePng(file);
            heights.add(ImageIO.read(file.toFile()).getHeight());
        }
        // Three controls, 22 units a line, two pixels a unit.
        assertThat(heights.get(1) - heights.get(0)).isEqualTo(3 * 22 * 2);
    }
}
