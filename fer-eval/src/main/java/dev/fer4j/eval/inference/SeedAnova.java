package dev.fer4j.eval.inference;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A one-way analysis of variance whose observations are trainings: for each condition the test ROC
 * AUC, per image, of each training seed. It asks whether conditions differ by more than training
 * again with other seeds does, on the same test people. Control conditions are left out.
 *
 * @param split the category split's id
 * @param anova the test, or why there is none: it needs at least two training seeds
 */
public record SeedAnova(String split, OneWayAnova anova) {

    /**
     * Tests under one split.
     *
     * @param study with at least two seeds, else the test is undefined
     * @param split one of the study's
     */
    public static SeedAnova of(StudyResult study, CategorySplit split) {
        return new SeedAnova(split.id(), test(study, split));
    }

    private static OneWayAnova test(StudyResult study, CategorySplit split) {
        List<Seed> seeds = study.plan().seeds();
        if (seeds.size() < 2) {
            return new OneWayAnova.Undefined(
                    "needs at least two training seeds per condition; this study has one");
        }
        List<double[]> groups = new ArrayList<>();
        for (Condition condition : study.plan().withoutControls()) {
            double[] aucs = new double[seeds.size()];
            for (int i = 0; i < aucs.length; i++) {
                Predictions test = study.of(condition, split, seeds.get(i)).test();
                Outcome auc = RocCurve.of(test.positives(), test.probabilities()).auc();
                Optional<String> reason = auc.undefinedBecause();
                if (reason.isPresent()) {
                    return new OneWayAnova.Undefined(
                            "the ROC AUC of " + condition.id() + " is undefined: " + reason.get());
                }
                aucs[i] = auc.value().get();
            }
            groups.add(aucs);
        }
        return OneWayAnova.of(groups);
    }
}
