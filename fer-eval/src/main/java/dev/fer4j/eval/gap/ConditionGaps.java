package dev.fer4j.eval.gap;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

final class ConditionGaps {

    private static final String NOBODY_HELD_OUT =
            "needs people of the training categories who are held out of training"
                    + " (StudyPlan.withSeen)";

    private final List<CellResult> trainings;
    private final List<CategorySplit> splits;
    private final String condition;
    private final EvaluationUnit unit;

    ConditionGaps(StudyResult study, Condition condition, EvaluationUnit unit) {
        this.trainings = study.of(condition);
        this.splits = study.plan().splits();
        this.condition = condition.id();
        this.unit = unit;
    }

    List<GapEstimate> training() {
        return bySplit(
                Gap.TRAINING,
                result ->
                        new Scored(
                                result.cell().seed(),
                                TrainingAucs.of(result, unit).training(),
                                Optional.empty()));
    }

    List<GapEstimate> validation() {
        return bySplit(Gap.VALIDATION, result -> scored(result, result.validation()));
    }

    List<GapEstimate> seen() {
        return splits.stream().allMatch(split -> split.seen().isPresent())
                ? bySplit(Gap.SEEN, result -> scored(result, result.seen().orElseThrow()))
                : List.of(
                        GapEstimate.undefined(
                                Gap.SEEN, condition, GapEstimate.ALL, NOBODY_HELD_OUT));
    }

    /** The gaps against the test split of the same training. */
    private List<GapEstimate> bySplit(Gap gap, Function<CellResult, Scored> first) {
        List<Part> parts = new ArrayList<>();
        for (CategorySplit split : splits) {
            List<CellResult> own = of(split);
            parts.add(
                    new Part(
                            split.id(),
                            own.size(),
                            new TwoSides(
                                    own.stream().map(first).toList(),
                                    own.stream().map(r -> scored(r, r.test())).toList())));
        }
        return estimates(gap, parts);
    }

    /** For each set of categories that is trained on under some splits and tested under others. */
    List<GapEstimate> content() {
        if (splits.stream().anyMatch(split -> split.seen().isEmpty())) {
            return List.of(
                    GapEstimate.undefined(
                            Gap.CONTENT, condition, GapEstimate.ALL, NOBODY_HELD_OUT));
        }
        List<Part> parts = new ArrayList<>();
        for (Set<AdCategory> categories :
                splits.stream().map(CategorySplit::train).distinct().toList()) {
            List<CellResult> seen = where(split -> split.train().equals(categories));
            List<CellResult> unseen = where(split -> split.test().equals(categories));
            if (unseen.isEmpty()) {
                continue;
            }
            Set<String> people = samples(seen.get(0).seen().orElseThrow());
            String scope = categories.stream().map(AdCategory::id).collect(Collectors.joining("+"));
            parts.add(
                    new Part(
                            scope,
                            seen.size() + unseen.size(),
                            new TwoSides(
                                    seen.stream()
                                            .map(r -> only(people, r, r.seen().orElseThrow()))
                                            .toList(),
                                    unseen.stream().map(r -> only(people, r, r.test())).toList())));
        }
        return parts.isEmpty()
                ? List.of(
                        GapEstimate.undefined(
                                Gap.CONTENT,
                                condition,
                                GapEstimate.ALL,
                                "needs rotations: no split tests on a category that another one"
                                        + " trains on"))
                : estimates(Gap.CONTENT, parts);
    }

    /** For each split whose validation and test categories are swapped in another split. */
    List<GapEstimate> selection() {
        List<Part> parts = new ArrayList<>();
        for (CategorySplit split : splits) {
            List<CellResult> chosenOn =
                    where(
                            other ->
                                    other.train().equals(split.train())
                                            && other.validate().equals(split.test())
                                            && other.test().equals(split.validate()));
            if (!chosenOn.isEmpty()) {
                List<CellResult> own = of(split);
                Set<String> test = samples(own.get(0).test());
                parts.add(
                        new Part(
                                split.id(),
                                own.size() + chosenOn.size(),
                                new TwoSides(
                                        chosenOn.stream()
                                                .map(r -> only(test, r, r.validation()))
                                                .toList(),
                                        own.stream().map(r -> only(test, r, r.test())).toList())));
            }
        }
        return parts.isEmpty()
                ? List.of(
                        GapEstimate.undefined(
                                Gap.SELECTION,
                                condition,
                                GapEstimate.ALL,
                                "needs rotations: no split validates on a category that another one"
                                        + " with the same training categories tests on"))
                : estimates(Gap.SELECTION, parts);
    }

    private record Part(String scope, int trainings, TwoSides sides) {}

    private List<GapEstimate> estimates(Gap gap, List<Part> parts) {
        List<GapEstimate> estimates = new ArrayList<>();
        for (Part part : parts) {
            estimates.add(part.sides().estimate(gap, condition, part.scope(), part.trainings()));
        }
        TwoSides all = TwoSides.of(parts.stream().map(Part::sides).toList());
        estimates.add(all.estimate(gap, condition, GapEstimate.ALL, trainings.size()));
        return estimates;
    }

    private List<CellResult> of(CategorySplit split) {
        return where(split::equals);
    }

    private List<CellResult> where(Predicate<CategorySplit> wanted) {
        return trainings.stream().filter(result -> wanted.test(result.cell().split())).toList();
    }

    private Scored scored(CellResult result, Predictions predictions) {
        Predictions cases = unit.aggregate(predictions);
        Outcome auc = RocCurve.of(cases.positives(), cases.probabilities()).auc();
        return new Scored(result.cell().seed(), auc, Optional.of(cases));
    }

    /** The AUC of the given samples, the same in each role; undefined if any are missing. */
    private Scored only(Set<String> samples, CellResult result, Predictions predictions) {
        Predictions same =
                new Predictions(
                        predictions.all().stream()
                                .filter(prediction -> samples.contains(prediction.sample()))
                                .toList());
        Scored scored = scored(result, same);
        return same.size() == samples.size()
                ? scored
                : new Scored(
                        scored.seed(),
                        Outcome.undefined(
                                ("of %s samples that are compared only %s are predicted in "
                                                + "both roles")
                                        .formatted(samples.size(), same.size())),
                        Optional.of(same));
    }

    private static Set<String> samples(Predictions predictions) {
        return predictions.all().stream().map(Prediction::sample).collect(Collectors.toSet());
    }
}
