package dev.fer4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.eval.report.card.ModelCard;
import dev.fer4j.eval.report.card.ModelCardMetrics;
import dev.fer4j.eval.report.format.ReportFolder;
import dev.fer4j.eval.report.literature.Literature;
import dev.fer4j.eval.report.literature.Methods;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.section.WorstScored;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that docs/reading-a-report.md shows. */
class ReportPageTest {

    @TempDir private Path out;

    @Test
    void aReportIsWritten() throws IOException {
        StudyResult study = MadeUpStudy.standard(2);
        Table recordings =
                new Table("t", List.of(Column.left("Site")), List.of(List.of("Bonn")), "");
        StudyInference inference = StudyInference.of(study, new Seed(1));
        Section data =
                new Section(
                        "Data",
                        List.of(
                                new Block.Paragraph("Recorded in two laboratories."),
                                new Block.TableBlock(recordings)));
        Methods methods =
                Methods.ofEvaluation()
                        .withData("Recordings came from NeuroBioSense", Literature.NEUROBIOSENSE)
                        .withTraining("The network was Xception", Literature.XCEPTION)
                        .withTraining("It was trained by Adam", Literature.ADAM);
        Report report =
                StudyReport.of(study, inference)
                        .withData(List.of(data))
                        .withMethods(methods)
                        .report("Does added data help?", "A study of two laboratories");
        Path page = ReportFolder.write(out, report);
        assertThat(page).content().contains("Recorded in two laboratories.");
        assertThat(out.resolve("report.md")).content().contains("was Xception (Chollet, 2017)");
    }

    @Test
    void picturesAreHandedIn() throws IOException {
        StudyResult study = MadeUpStudy.standard(1);
        StudyInference inference = StudyInference.of(study, new Seed(1));
        Function<String, RgbImage> imageOf = sample -> new RgbImage(1, 1, new byte[3]);
        List<Picture> pictures = new ArrayList<>();
        for (Prediction worst : WorstScored.of(study.cells().get(0).test(), Label.INTERESTED, 8)) {
            pictures.add(
                    Picture.of(
                            "worst-" + (pictures.size() + 1),
                            "A face that was recorded as interested",
                            "Predicted " + Math.round(100 * worst.probability()) + " % interested",
                            imageOf.apply(worst.sample())));
        }
        Section examples = new Section("Worst scored", List.of(new Block.Pictures(pictures)));
        StudyReport report = StudyReport.of(study, inference).withExamples(List.of(examples));
        assertThat(pictures).isNotEmpty();
        assertThat(report.sections()).contains(examples);
    }

    @Test
    void aModelHasACard() throws IOException {
        CellResult cell = MadeUpStudy.result(MadeUpStudy.PAPER_PLAN.cells().get(1), 0.5, 1);
        var threshold =
                ThresholdRule.maximalYouden().choose(cell.validation()).threshold().orElseThrow();
        ModelCard card =
                new ModelCard(
                        "baseline-youtube",
                        Map.of("network", "Xception, 299 × 299 pixels"),
                        cell.cell().condition().title(),
                        List.of(
                                new ModelCard.Source(
                                        "youtube", 2000, 137, List.of(), List.of("none asked"))),
                        ModelCard.Uses.OF_A_STUDY,
                        Optional.of(threshold.toText()),
                        ModelCardMetrics.of(cell, threshold, "INTERESTED"),
                        List.of("Trained once: another seed could give another model."),
                        Map.of("data", "sha256 of the manifests"));
        card.write(out.resolve("MODEL_CARD.md"));
        assertThat(out.resolve("MODEL_CARD.md"))
                .content()
                .contains("Threshold: ")
                .contains("the largest Youden's J on 400 validation cases")
                .contains("| youtube | 2000 | 137 | unknown | none asked |");
    }
}
