package dev.fer4j.eval.report.literature;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.internal.CurveBands;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.literature.Methods.Sentence;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The study's design and evaluation, in sentences for a paper's methods section. */
public final class EvaluationMethods {

    private final StudyPlan plan;
    private final StudyInference inference;
    private final boolean hasGroups;

    public EvaluationMethods(StudyResult study, StudyInference inference) {
        this.plan = study.plan();
        this.inference = inference;
        this.hasGroups =
                study.cells().stream()
                        .flatMap(cell -> cell.test().all().stream())
                        .anyMatch(prediction -> !prediction.groups().isEmpty());
    }

    public List<Sentence> design() {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(
                Sentence.of(
                        "Following the design of a study of content generalizability, "
                                + (plan.conditions().size() == 1
                                        ? "one training condition was evaluated: "
                                        : plan.conditions().size()
                                                + " training conditions were compared: ")
                                + plan.conditions().stream()
                                        .map(Condition::title)
                                        .collect(joining("; ")),
                        Literature.PAPER));
        sentences.add(
                Sentence.of(
                        "Validation and test images came from categories, and"
                                + " people, that no model was trained on; "
                                + (plan.splits().size() == 1
                                        ? "one category split was run ("
                                                + SplitName.of(plan.splits().get(0))
                                                + ")"
                                        : plan.splits().size() + " category splits were run")));
        plan.splits().get(0).seen().map(EvaluationMethods::heldOut).ifPresent(sentences::add);
        sentences.add(
                Sentence.of(
                        plan.seeds().size() == 1
                                ? "Each condition was trained once"
                                : "Each condition was trained with "
                                        + plan.seeds().size()
                                        + " random seeds under each split"));
        if (plan.conditions().stream().anyMatch(Condition::isControl)) {
            sentences.add(
                    Sentence.of(
                            "Control conditions trained on the reference's images for as many"
                                    + " updates as the condition that they control for"));
        }
        return sentences;
    }

    private static Sentence heldOut(HeldOutPeople people) {
        return Sentence.of(
                people.percent()
                        + "% of the people of each training category, chosen at random and the same"
                        + " in all trainings, were held out of training and predicted once, after"
                        + " it had ended, as new people with content seen in training");
    }

    public List<Sentence> metrics() {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(
                Sentence.of(
                        "The primary metric was the area under the ROC curve of the test images,"
                                + " with "
                                + plan.labels().positive()
                                + " as the positive class",
                        Literature.ROC));
        sentences.add(
                Sentence.of(
                        "The area under the precision-recall curve is reported as average"
                            + " precision, without interpolation, beside the prevalence, which a"
                            + " no-skill classifier reaches",
                        Literature.PRECISION_RECALL));
        sentences.add(
                Sentence.of(
                        "Metrics were also computed with recordings and participants as cases,"
                                + " whose scores were means over their images and recordings"));
        sentences.add(
                Sentence.of(
                        "Calibration was assessed by the Brier score and by the expected"
                                + " calibration error over "
                                + UnitMetrics.BINNING.title()
                                + ", before and after scaling by a temperature fitted on the"
                                + " validation split",
                        Literature.BRIER,
                        Literature.CALIBRATION));
        if (hasGroups) {
            sentences.add(
                    Sentence.of(
                            "Groups of participants were compared by demographic parity and"
                                    + " equalized odds at a threshold of 0.5",
                            Literature.EQUALIZED_ODDS));
        }
        return sentences;
    }

    public List<Sentence> statistics() {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(
                Sentence.of(
                        "Images of one person are not independent, so confidence intervals (95%)"
                                + " and two-sided tests of differences were computed by leaving"
                                + " each test participant out in turn, with all images, with"
                                + " Student's t distribution",
                        Literature.JACKKNIFE, Literature.FEW_CLUSTERS));
        if (plan.seeds().size() > 1) {
            sentences.add(
                    Sentence.of(
                            "The variance between training seeds was added to that between"
                                    + " participants, who are crossed with them",
                            Literature.CROSSED));
        }
        for (StudyInference.Question question : StudyInference.Question.values()) {
            long asked =
                    inference.comparisons().stream().filter(c -> c.question() == question).count();
            if (asked > 1) {
                sentences.add(holm(question, asked));
            }
        }
        if (plan.seeds().size() > 1) {
            sentences.add(
                    Sentence.of(
                            "Whether conditions differ by more than repeated training was tested"
                                    + " by a repeated-measures analysis of variance with training"
                                    + " seeds as blocks, with corrected degrees of freedom",
                            Literature.GREENHOUSE_GEISSER));
        }
        if (plan.splits().size() > 1) {
            sentences.add(
                    Sentence.of(
                            "Category splits were summarized by Friedman's test; they share"
                                    + " participants and are not independent",
                            Literature.FRIEDMAN));
        }
        sentences.add(
                Sentence.of(
                        String.format(
                                Locale.ROOT,
                                "Bands of ROC and precision-recall curves are pointwise percentiles"
                                        + " of %d bootstrap resamples of participants",
                                CurveBands.REPLICATES),
                        Literature.BOOTSTRAP));
        return sentences;
    }

    private static Sentence holm(StudyInference.Question question, long comparisons) {
        String what =
                switch (question) {
                    case CONDITION_AGAINST_REFERENCE -> "comparisons with the reference";
                    case CONDITION_AGAINST_CONTROL -> "comparisons of conditions with controls";
                    case CONTROL_AGAINST_REFERENCE -> "comparisons of controls with the reference";
                };
        return Sentence.of(
                "p-values of the " + comparisons + " " + what + " were adjusted by Holm's method",
                Literature.HOLM);
    }
}
