package dev.fer4j.eval.multiclass;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import java.util.Optional;

/**
 * How well scores separate the classes from each other, pair by pair (D. J. Hand, R. J. Till, "A
 * simple generalisation of the area under the ROC curve for multiple class classification
 * problems", Machine Learning 45, 2001). It does not depend on the prevalence of the classes. For
 * two classes whose scores have the sum 1 it is the ROC AUC.
 */
public final class HandTill {

    private HandTill() {}

    /**
     * M: the mean over all pairs of classes of (A(i|j) + A(j|i)) / 2, where A(i|j) is the ROC AUC
     * of the score for i among the samples of i and j. Same as scikit-learn's {@code
     * roc_auc_score(multi_class="ovo", average="macro")}.
     *
     * @return in [0, 1], 0.5 for scores without skill; undefined if a class has no samples, which
     *     the reason names
     */
    public static Outcome m(ClassScores scores) {
        Optional<String> missing = scores.whatIsMissing();
        if (missing.isPresent()) {
            return Outcome.undefined(missing.get());
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < scores.count(); i++) {
            for (int j = 0; j < scores.count(); j++) {
                if (i != j) {
                    sum.add(separation(scores, i, j));
                }
            }
        }
        return Outcome.of(sum.value() / (scores.count() * (scores.count() - 1)));
    }

    /** A(i|j). */
    private static double separation(ClassScores scores, int i, int j) {
        int both = scores.samplesOf(i) + scores.samplesOf(j);
        boolean[] ofFirst = new boolean[both];
        double[] forFirst = new double[both];
        int at = 0;
        for (int sample = 0; sample < scores.size(); sample++) {
            int truth = scores.truth(sample);
            if (truth == i || truth == j) {
                ofFirst[at] = truth == i;
                forFirst[at++] = scores.score(sample, i);
            }
        }
        return RocCurve.of(ofFirst, forFirst).auc().value().orElseThrow();
    }
}
