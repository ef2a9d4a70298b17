package dev.fer4j.eval.report;

import dev.fer4j.core.Condition;
import dev.fer4j.core.Label;
import dev.fer4j.core.Split;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.inference.StudyInference.Comparison;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sections that evaluation has to tell of a study: results, learning curves, precision-recall
 * and ROC curves, control conditions if there are any, inference, method notes. What the numbers
 * say is said in words, and what they cannot say too.
 */
public final class StudyReport {

    private static final String PEOPLE =
            "What this cannot say: how new people and advertisements beyond those of the test split"
                    + " would come out, since each category comes with its own people and its own"
                    + " share of interested ones; and whether ";

    private static final String WITHOUT_CONTROLS =
            "more or other training images, rather than their source, made a difference.";

    private static final String WITH_CONTROLS =
            "it is their source that makes added images differ from those that were there, or their"
                    + " people, their labels or the way in which they were taken.";

    private static final int MOST_COMPARISONS_IN_WORDS = 6;

    private final StudyResult study;
    private final StudyInference inference;

    private StudyReport(StudyResult study, StudyInference inference) {
        this.study = study;
        this.inference = inference;
    }

    /**
     * All sections, in the order in which they are read.
     *
     * @param study the result of all trainings
     * @param inference what was computed from it
     */
    public static List<Section> sections(StudyResult study, StudyInference inference) {
        StudyReport report = new StudyReport(study, inference);
        List<Section> sections = new ArrayList<>();
        sections.add(report.results());
        sections.add(report.learningCurves());
        sections.add(report.skillCurves());
        ControlSection.section(study).ifPresent(sections::add);
        sections.add(new InferenceSection(inference).section());
        sections.add(MethodNotes.section());
        return List.copyOf(sections);
    }

    private Section results() {
        Table2 table = Table2.of(study);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.TableBlock(table.consoleTable()));
        blocks.add(new Block.Paragraph(noSkill(table)));
        found().forEach(text -> blocks.add(new Block.Paragraph(text)));
        blocks.add(new Block.Paragraph(PEOPLE + open() + trainings()));
        blocks.add(new Block.TableBlock(table.unitTable()));
        return new Section("Results", blocks);
    }

    private static String noSkill(Table2 table) {
        List<String> below =
                table.of(Split.TEST, EvaluationUnit.IMAGE).stream()
                        .filter(row -> row.metrics().isAccuracyBelowMajority())
                        .map(Table2.Row::label)
                        .toList();
        String reading =
                "Numbers are to be read against those of a model that knows nothing: its average"
                        + " precision is the prevalence, its ROC AUC 0.5, and always naming the"
                        + " more common class has the majority accuracy.";
        return below.isEmpty()
                ? reading + " Every training's test accuracy reaches the majority accuracy."
                : reading
                        + " The test accuracy is below the majority accuracy for: "
                        + String.join(", ", below)
                        + ".";
    }

    private String open() {
        return study.plan().conditions().stream().anyMatch(Condition::isControl)
                ? WITH_CONTROLS
                : WITHOUT_CONTROLS;
    }

    private List<String> found() {
        String reference = study.plan().reference().title();
        Predicate<Comparison> ofControl = c -> condition(c.condition()).isControl();
        Predicate<Comparison> withControl = c -> condition(c.reference()).isControl();
        return Stream.of(
                        found("with " + reference, ofControl.negate().and(withControl.negate())),
                        found("of conditions with their controls", withControl),
                        found("of controls with " + reference, ofControl))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> found(String ofWhat, Predicate<Comparison> which) {
        List<Comparison> comparisons = inference.comparisons().stream().filter(which).toList();
        if (comparisons.size() <= MOST_COMPARISONS_IN_WORDS) {
            return comparisons.stream().map(this::found).toList();
        }
        long above = comparisons.stream().filter(c -> c.difference().isAboveZero()).count();
        long below = comparisons.stream().filter(c -> c.difference().isBelowZero()).count();
        long clear = comparisons.stream().filter(StudyReport::isClear).count();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Of %d comparisons %s, the 95%% interval of the difference of the"
                                + " test ROC AUC over participants lies above zero in %d and"
                                + " below zero in %d; the others do not tell. Of so many, some"
                                + " exclude zero by chance: p at most 0.05 after Holm's correction"
                                + " have %d. All of them stand under Inference.",
                        comparisons.size(),
                        ofWhat,
                        above,
                        below,
                        clear));
    }

    private static boolean isClear(Comparison comparison) {
        return comparison.adjustedP().value().filter(p -> p <= 0.05).isPresent();
    }

    private String found(Comparison comparison) {
        AucDifference difference = comparison.difference();
        String who =
                condition(comparison.condition()).title()
                        + " against "
                        + condition(comparison.reference()).title()
                        + where(comparison)
                        + ": ";
        if (difference.difference().value().isEmpty()) {
            return who + "not comparable, " + difference.toText() + ".";
        }
        double value = difference.difference().value().get();
        String size =
                String.format(
                        Locale.ROOT,
                        "the test ROC AUC per image%s is %s instead of %s, a difference of %+.3f.",
                        comparison.trainings() == 1
                                ? ""
                                : ", the mean of " + comparison.trainings() + " trainings,",
                        difference.aucOfCondition().format(3),
                        difference.aucOfReference().format(3),
                        value);
        String what =
                condition(comparison.condition()).isControl()
                        ? "longer training"
                        : "the added images";
        return who + size + " " + howSure(comparison, what);
    }

    private static String howSure(Comparison comparison, String what) {
        AucDifference difference = comparison.difference();
        if (difference.interval().result().isEmpty()) {
            return "How sure that is cannot be said: "
                    + difference.interval().undefinedBecause().orElseThrow()
                    + ".";
        }
        Interval bounds = difference.interval().result().get();
        String interval =
                String.format(
                        Locale.ROOT,
                        "The 95%% interval over the %d test participants is %+.3f to %+.3f: ",
                        difference.participants(),
                        bounds.lower(),
                        bounds.upper());
        if (!difference.isAboveZero() && !difference.isBelowZero()) {
            return interval
                    + "these people do not tell whether "
                    + what
                    + " made the ranking better, worse, or neither.";
        }
        return interval
                + "for these trained models and people like these, the one "
                + (difference.isAboveZero() ? "with" : "without")
                + " "
                + what
                + " ranks better"
                + (isClear(comparison)
                        ? "."
                        : ", though among so many comparisons chance could have done as much"
                                + " (Holm's adjusted p is above 0.05).");
    }

    private String where(Comparison comparison) {
        return study.plan().splits().size() == 1 ? "" : " (" + comparison.split() + ")";
    }

    private Condition condition(String id) {
        return study.plan().conditions().stream()
                .filter(condition -> condition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String trainings() {
        return study.plan().seeds().size() == 1
                ? " Each condition was trained once, so the chance of training is not in these"
                        + " intervals either: another seed could turn a small difference round."
                : " The chance of training is not in these intervals; the analyses over training"
                        + " seeds under Inference look at it.";
    }

    private Section learningCurves() {
        return new Section(
                "Learning curves",
                List.of(
                        new Block.Paragraph(
                                "Training and validation of every training. A training loss that"
                                    + " keeps falling while the validation loss rises is a model"
                                    + " that learns its training images by heart."),
                        new Block.FigureBlock(StudyFigures.loss(study)),
                        new Block.FigureBlock(StudyFigures.accuracy(study))));
    }

    private Section skillCurves() {
        return new Section(
                "Precision-recall and ROC curves",
                List.of(
                        new Block.Paragraph(
                                "Test split, per image; the positive class is "
                                        + Label.POSITIVE
                                        + "."),
                        new Block.FigureBlock(StudyFigures.precisionRecall(study)),
                        new Block.FigureBlock(StudyFigures.roc(study))));
    }
}
