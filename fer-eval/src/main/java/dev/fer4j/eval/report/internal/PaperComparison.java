package dev.fer4j.eval.report.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableList;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.report.table.PaperResults;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Determines which numbers of the paper are comparable with a study's, with reasons. */
public final class PaperComparison {

    private static final int MOST_TITLES = 6;

    private final StudyResult study;

    public PaperComparison(StudyResult study) {
        this.study = study;
    }

    /** Whether a condition of the study has the name and the sources of one of the paper's. */
    public boolean isOfInterest() {
        return study.plan().conditions().stream().anyMatch(PaperResults::hasSources);
    }

    /** Reasons for and against comparing. */
    public List<String> points() {
        List<String> points = new ArrayList<>();
        points.add(counterparts());
        without().ifPresent(points::add);
        points.add(prevalences());
        points.add(people());
        points.add(
                "The paper is P. Alipour, E. Gallegos, Artificial Intelligence Review 58:145, 2025."
                    + " Its seeds, initial weights and several settings are not known, and its"
                    + " YouTube and StyleGAN2 images are different: its numbers are shown for"
                    + " comparison. Agreeing with them proves nothing, and differing from them is"
                    + " not an error.");
        return points;
    }

    private List<Condition> conditions(boolean withCounterpart) {
        return study.plan().conditions().stream()
                .filter(
                        condition ->
                                study.plan().splits().stream()
                                                .anyMatch(
                                                        s ->
                                                                PaperResults.hasCondition(
                                                                        condition, s))
                                        == withCounterpart)
                .toList();
    }

    private String counterparts() {
        List<Condition> conditions = conditions(true);
        return conditions.isEmpty()
                ? "No condition and category split of this study is one of the paper's, so its"
                        + " numbers are not shown beside these."
                : ("The paper trained conditions of these names under this "
                                + "category split too (%s): %s.")
                        .formatted(
                                SplitName.of(CategorySplit.paper()),
                                conditions.stream()
                                        .map(PaperComparison::withItsName)
                                        .collect(joining("; ")));
    }

    /**
     * The title, with the paper's name if it differs, for example for images of another generator.
     */
    private static String withItsName(Condition condition) {
        return Condition.STANDARD.stream()
                .filter(own -> own.id().equals(condition.id()))
                .filter(own -> !own.title().equals(condition.title()))
                .map(own -> condition.title() + ", beside " + own.title() + " of other images")
                .findFirst()
                .orElse(condition.title());
    }

    private Optional<String> without() {
        Map<String, List<Condition>> reasons =
                conditions(false).stream()
                        .collect(
                                groupingBy(this::whyNot, LinkedHashMap::new, toUnmodifiableList()));
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Without a counterpart there: "
                                + reasons.entrySet().stream()
                                        .map(e -> titles(e.getValue()) + " (" + e.getKey() + ")")
                                        .collect(joining("; "))
                                + ".");
    }

    private String whyNot(Condition condition) {
        if (condition.isControl()) {
            return "controls, which the paper does not have";
        }
        if (!condition.mix().equals(TrainingMix.ALL)) {
            return "some images are left out or weighted";
        }
        if (!PaperResults.hasSources(condition)) {
            return "not trained there";
        }
        return study.plan().splits().stream().anyMatch(split -> split.seen().isPresent())
                ? "trained there with nobody held out"
                : "trained there under another category split";
    }

    private String prevalences() {
        String paper =
                String.format(
                        Locale.ROOT,
                        "PR AUC: areas at different prevalences cannot be compared. In the paper's"
                            + " test split %.3f of the images are interested, if its labels are"
                            + " those of NeuroBioSense's questionnaire; a no-skill model reaches"
                            + " that value there, which exceeds the paper's Baseline (%.2f).",
                        PaperResults.TEST_PREVALENCE,
                        PaperResults.table2(Condition.BASELINE.id()).orElseThrow().pr());
        String ours =
                tests().stream()
                        .map(test -> ConfusionMatrix.at(test, 0.5).prevalence().format(3))
                        .distinct()
                        .collect(joining(", "));
        return ("%s Here it is %s. The paper names neither its positive "
                        + "class nor its estimator of the area.")
                .formatted(paper, ours);
    }

    private String people() {
        String ours =
                tests().stream()
                        .map(
                                test ->
                                        String.format(
                                                Locale.ROOT,
                                                "%,d images of %d people",
                                                test.size(),
                                                test.all().stream()
                                                        .map(p -> p.participant())
                                                        .distinct()
                                                        .count()))
                        .distinct()
                        .collect(joining(", "));
        return "ROC AUC does not depend on the prevalence, but it does on who is tested: the"
                + " paper's 3,020 test images show 20 people, these are "
                + ours
                + ". With so few people either number could be quite different with others.";
    }

    /** The test images of each category split. */
    private List<Predictions> tests() {
        return study.plan().splits().stream()
                .map(
                        split ->
                                study.cells().stream()
                                        .filter(cell -> cell.cell().split().equals(split))
                                        .map(CellResult::test)
                                        .findFirst()
                                        .orElseThrow())
                .toList();
    }

    private static String titles(List<Condition> conditions) {
        if (conditions.size() > MOST_TITLES) {
            return conditions.size() + " conditions";
        }
        return conditions.stream().map(Condition::title).collect(joining("; "));
    }
}
