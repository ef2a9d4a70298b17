package dev.fer4j.eval.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingHistory.Epoch;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetric;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
            for (int place = 0; place < 3; place++) {
                int rgb = 0xFF000000 | Ink.series(place).rgb();
                assertThat(colours.getOrDefault(rgb, 0)).as(figure.name()).isGreaterThan(1000);
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
                        "reliability",
                        "loss-baseline-youtube-controls",
                        "roc-baseline-youtube-controls",
                        "loss-baseline-stylegan2-controls",
                        "roc-baseline-stylegan2-controls",
                        "loss-baseline-youtube-stylegan2-controls",
                        "roc-baseline-youtube-stylegan2-controls");
        assertThat(svgs(study).subList(0, 5)).isEqualTo(svgs(STUDY));
        assertThat(figures.get(8).plots())
                .extracting(Plot::title)
                .containsExactly(
                        "Against Baseline",
                        "Against Baseline, duplicated to the size of Baseline + StyleGAN2",
                        "Against Baseline, augmented to the size of Baseline + StyleGAN2",
                        "Against Baseline, as many updates as Baseline + StyleGAN2");
        // The condition has its colour; what it is compared with has the text's.
        assertColours(figures.get(7), folder, 1);
        assertColours(figures.get(10), folder, 2);
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

    private static StudyResult study(List<Condition> conditions) {
        return MadeUpStudy.of(
                new StudyPlan(conditions, List.of(CategorySplit.paper()), List.of(new Seed(1))), 4);
    }

    private static List<Mark.Band> bands(Plot plot) {
        return plot.marks().stream()
                .filter(Mark.Band.class::isInstance)
                .map(Mark.Band.class::cast)
                .toList();
    }

    private static List<String> keys(Plot plot) {
        return plot.key().stream().map(LegendEntry::label).toList();
    }

    @Test
    void eachConditionHasAPanelBesideTheReference() {
        for (Figure figure : List.of(roc(STUDY), precisionRecall(STUDY))) {
            assertThat(figure.plots())
                    .extracting(Plot::title)
                    .containsExactly(
                            "Baseline + YouTube",
                            "Baseline + StyleGAN2",
                            "Baseline + YouTube + StyleGAN2");
            for (int i = 0; i < 3; i++) {
                Plot plot = figure.plots().get(i);
                assertThat(bands(plot))
                        .extracting(Mark.Band::ink)
                        .containsExactly(Ink.SERIES_7, Ink.series(i));
                assertThat(bands(plot).get(0)).isEqualTo(bands(figure.plots().get(0)).get(0));
                assertThat(plot.x()).isEqualTo(figure.plots().get(0).x());
                assertThat(plot.y()).isEqualTo(figure.plots().get(0).y());
                assertThat(plot.isPanel()).isTrue();
            }
        }
    }

    private static Figure roc(StudyResult study) {
        return StudyFigures.roc(study, inference(study));
    }

    private static Figure precisionRecall(StudyResult study) {
        return StudyFigures.precisionRecall(study, inference(study));
    }

    @Test
    void panelsHaveTheNumbersOfTheTables() {
        StudyInference inference = inference(STUDY);
        List<Plot> plots = roc(STUDY).plots();
        for (int i = 0; i < 3; i++) {
            assertThat(keys(plots.get(i)))
                    .containsExactly(
                            "ROC AUC " + auc(inference, Condition.STANDARD.get(i + 1)),
                            "Baseline: ROC AUC " + auc(inference, Condition.BASELINE));
        }
        Table2.Row youtube =
                Table2.of(STUDY).of(Split.TEST, EvaluationUnit.IMAGE).stream()
                        .filter(row -> row.label().equals("Baseline + YouTube"))
                        .findFirst()
                        .orElseThrow();
        assertThat(keys(precisionRecall(STUDY).plots().get(0)).get(0))
                .isEqualTo(
                        "average precision "
                                + youtube.metrics().get(UnitMetric.AVERAGE_PRECISION).format(3));
    }

    private static String auc(StudyInference inference, Condition condition) {
        return inference.aucs().stream()
                .filter(auc -> auc.condition().equals(condition.id()))
                .filter(auc -> auc.unit() == EvaluationUnit.IMAGE)
                .map(
                        auc ->
                                auc.auc().format(3)
                                        + " ("
                                        + auc.interval().result().orElseThrow().toText(3)
                                        + ")")
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachPrecisionRecallPanelHasALineAtThePrevalence() {
        Figure figure = precisionRecall(STUDY);
        for (Plot plot : figure.plots()) {
            assertThat(((Mark.Line) plot.marks().get(0)).points())
                    .containsExactly(new PlotPoint(0, 0.675), new PlotPoint(1, 0.675));
        }
        assertThat(figure.legend())
                .extracting(LegendEntry::label)
                .containsExactly("no skill: the prevalence, 0.675");
    }

    @Test
    void twoConditionsShareOnePlotWithAllInItsKey() {
        Figure figure = roc(study(Condition.STANDARD.subList(0, 2)));
        Plot plot = figure.plots().get(0);
        assertThat(figure.plots()).hasSize(1);
        assertThat(figure.legend()).isEmpty();
        assertThat(plot.isPanel()).isFalse();
        assertThat(bands(plot))
                .extracting(Mark.Band::ink)
                .containsExactly(Ink.SERIES_7, Ink.SERIES_1);
        assertThat(keys(plot)).hasSize(3).last().isEqualTo("no skill: ROC AUC 0.5");
        assertThat(keys(plot).get(0)).startsWith("Baseline + YouTube: ROC AUC 0.");
        assertThat(keys(plot).get(1)).startsWith("Baseline: ROC AUC 0.");
    }

    @Test
    void aSingleConditionIsNotComparedWithItself() {
        StudyResult study = study(List.of(Condition.BASELINE));
        for (Figure figure : all(study)) {
            assertThat(figure.plots()).as(figure.name()).hasSize(1);
        }
        assertThat(bands(roc(study).plots().get(0)))
                .extracting(Mark.Band::ink)
                .containsExactly(Ink.SERIES_1);
    }

    @Test
    void tenConditionsHaveNinePanelsOfTwoInEveryFigure() {
        for (Figure figure : all(study(MadeUpStudy.conditions(9)))) {
            assertThat(figure.plots()).as(figure.name()).hasSize(9);
            for (Plot plot : figure.plots()) {
                assertThat(keys(plot)).hasSize(2);
                assertThat(
                                plot.marks().stream()
                                        .filter(Mark.Line.class::isInstance)
                                        .map(mark -> ((Mark.Line) mark).ink())
                                        .filter(ink -> ink != Ink.SOFT)
                                        .distinct())
                        .as(figure.name())
                        .hasSize(2);
            }
        }
    }

    @Test
    void lossPanelsNameTheEpochThatWasUsed() {
        Figure figure = StudyFigures.loss(STUDY);
        var history = STUDY.of(Condition.BASELINE_YOUTUBE).get(0).history();
        double best = history.epochs().get(history.bestEpoch() - 1).validationLoss();
        assertThat(keys(figure.plots().get(0)).get(0))
                .isEqualTo(String.format(Locale.ROOT, "%.3f, epoch %d", best, history.bestEpoch()));
        assertThat(figure.legend())
                .extracting(LegendEntry::label)
                .containsExactly("validation images", "training images");
    }
}
