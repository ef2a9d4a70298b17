package dev.fer4j.eval.report;

import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.PaperAnova;
import dev.fer4j.eval.inference.SeedAnova;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.inference.StudyInference.Comparison;
import java.util.List;
import java.util.Locale;

/** Tells what the tests and intervals of a study are. */
final class InferenceSection {

    private final StudyInference inference;

    InferenceSection(StudyInference inference) {
        this.inference = inference;
    }

    Section section() {
        return new Section(
                "Inference",
                List.of(
                        new Block.TableBlock(differences()),
                        new Block.TableBlock(seeds()),
                        new Block.Warning(PaperAnova.WARNING),
                        new Block.TableBlock(paper())));
    }

    private Table differences() {
        return new Table(
                "Differences of the test ROC AUC per image, participants resampled",
                List.of(
                        Column.left("Condition"),
                        Column.left("Against"),
                        Column.left("Split"),
                        Column.right("Seed"),
                        Column.right("Difference"),
                        Column.right("95% from"),
                        Column.right("to"),
                        Column.right("Participants"),
                        Column.right("Redrawn")),
                inference.participantBootstrap().stream().map(this::row).toList(),
                "Paired percentile interval of the cluster bootstrap: participants are drawn with"
                        + " replacement, each with all images, for both models at once. With fewer"
                        + " than about thirty participants such intervals tend to be too narrow."
                        + " Redrawn: resamples of one class, which were drawn again.");
    }

    private List<String> row(Comparison comparison) {
        AucDifference difference = comparison.difference();
        return List.of(
                inference.conditions().get(comparison.condition()),
                inference.conditions().get(comparison.reference()),
                comparison.split(),
                Long.toString(comparison.trainingSeed()),
                difference.difference().format(3),
                difference.lower().format(3),
                difference.upper().format(3),
                Integer.toString(difference.participants()),
                Long.toString(difference.redrawn()));
    }

    private Table seeds() {
        return new Table(
                "Analysis of variance over training seeds",
                List.of(Column.left("Split"), Column.left("Result")),
                inference.seedAnova().stream().map(this::row).toList(),
                "One-way; the observations are the test ROC AUCs of trainings with different"
                        + " seeds.");
    }

    private List<String> row(SeedAnova anova) {
        return List.of(anova.split(), anova.anova().toText());
    }

    private Table paper() {
        return new Table(
                "The paper's procedure (not a valid test, see the warning)",
                List.of(
                        Column.left("Split"),
                        Column.right("Seed"),
                        Column.left("Result"),
                        Column.left("Paper")),
                inference.paperProcedure().runs().stream().map(this::row).toList(),
                String.format(
                        Locale.ROOT,
                        "%d bootstrap replicates of the test ROC AUC of each condition, images"
                                + " resampled, then a one-way analysis of variance.",
                        inference.paperProcedure().replicates()));
    }

    private List<String> row(PaperAnova.Run run) {
        return List.of(
                run.split(),
                Long.toString(run.trainingSeed()),
                run.anova().toText(),
                PaperResults.ANOVA);
    }
}
