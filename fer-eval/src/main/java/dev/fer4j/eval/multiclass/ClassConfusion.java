package dev.fer4j.eval.multiclass;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How often samples of each class are called each class, and what follows from it. A rate whose
 * denominator is 0 is undefined, with a reason that names the class, and so is a mean over classes
 * of which one is undefined, where scikit-learn leaves the class out or substitutes 0.
 *
 * @param classes names of the K classes
 * @param counts K rows of K numbers: samples that are of the row's class and are called the
 *     column's
 */
public record ClassConfusion(List<String> classes, List<List<Long>> counts) {

    public ClassConfusion {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
        int size = classes.size();
        checkArgument(
                counts.size() == size && counts.stream().allMatch(row -> row.size() == size),
                "%s classes need as many rows and columns of counts",
                size);
        checkArgument(
                counts.stream().flatMap(List::stream).allMatch(count -> count >= 0),
                "a count is negative: %s",
                counts);
    }

    /** Counts samples, each of which is called the class with the highest score. */
    public static ClassConfusion of(ClassScores scores) {
        long[][] counts = new long[scores.count()][scores.count()];
        for (int i = 0; i < scores.size(); i++) {
            counts[scores.truth(i)][scores.best(i)]++;
        }
        return new ClassConfusion(
                scores.classes(),
                IntStream.range(0, counts.length)
                        .mapToObj(row -> Arrays.stream(counts[row]).boxed().toList())
                        .toList());
    }

    /** Samples that are of one class and are called another, or the same. */
    public long count(int truth, int called) {
        return counts.get(truth).get(called);
    }

    /** The number of samples that are of a class. */
    public long samplesOf(int aClass) {
        return sum(called -> count(aClass, called));
    }

    /** The number of samples that are called a class. */
    public long called(int aClass) {
        return sum(truth -> count(truth, aClass));
    }

    /** The number of samples. */
    public long samples() {
        return sum(this::samplesOf);
    }

    private long right() {
        return sum(c -> count(c, c));
    }

    private long sum(IntFunction<Long> ofClass) {
        return IntStream.range(0, classes.size()).mapToLong(ofClass::apply).sum();
    }

    /** The share of samples that are called what they are, in [0, 1]. Undefined without samples. */
    public Outcome accuracy() {
        return Outcome.ratio(right(), samples(), "there are no samples");
    }

    /** The accuracy of always answering the most common class. Undefined without samples. */
    public Outcome majorityAccuracy() {
        long most = IntStream.range(0, classes.size()).mapToLong(this::samplesOf).max().orElse(0);
        return Outcome.ratio(most, samples(), "there are no samples");
    }

    /** The share of a class's samples that are called it, in [0, 1]. Undefined without any. */
    public Outcome recall(int aClass) {
        return Outcome.ratio(
                count(aClass, aClass), samplesOf(aClass), "no sample is " + classes.get(aClass));
    }

    /** The share of the samples called a class that are of it. Undefined if none is called it. */
    public Outcome precision(int aClass) {
        return Outcome.ratio(
                count(aClass, aClass),
                called(aClass),
                "no sample is called " + classes.get(aClass));
    }

    /**
     * The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN), in [0, 1]; 0 if samples
     * are of the class and none is called it. Undefined if no sample is of it or called it.
     */
    public Outcome f1(int aClass) {
        return Outcome.ratio(
                2 * count(aClass, aClass),
                samplesOf(aClass) + called(aClass),
                "no sample is " + classes.get(aClass) + " or is called it");
    }

    /** The mean of the classes' recalls, in [0, 1]; 1 / K for answers without skill. */
    public Outcome balancedAccuracy() {
        return mean(this::recall);
    }

    /** The mean of the classes' F1, in [0, 1]. */
    public Outcome macroF1() {
        return mean(this::f1);
    }

    private Outcome mean(IntFunction<Outcome> ofClass) {
        CompensatedSum sum = new CompensatedSum();
        for (int c = 0; c < classes.size(); c++) {
            Outcome one = ofClass.apply(c);
            if (one.value().isEmpty()) {
                return one;
            }
            sum.add(one.value().get());
        }
        return Outcome.of(sum.value() / classes.size());
    }

    /**
     * Cohen's κ: agreement of answers and truth beyond that of independent answers with the same
     * frequencies, at most 1 (J. Cohen, "A coefficient of agreement for nominal scales", 1960;
     * "Weighted kappa", Psychological Bulletin 70, 1968). 0 is chance, below 0 is worse. Same as
     * scikit-learn's {@code cohen_kappa_score} with all classes as labels.
     *
     * @param agreement how far apart two classes are; other than {@link Agreement#NOMINAL} only for
     *     classes whose order means something
     * @return undefined without samples, and if truth and answers are all of the same class, where
     *     chance agrees, too
     */
    public Outcome kappa(Agreement agreement) {
        long all = samples();
        if (all == 0) {
            return Outcome.undefined("there are no samples");
        }
        CompensatedSum observed = new CompensatedSum();
        CompensatedSum expected = new CompensatedSum();
        for (int truth = 0; truth < classes.size(); truth++) {
            for (int called = 0; called < classes.size(); called++) {
                double distance = agreement.distance(truth, called);
                observed.add(distance * count(truth, called));
                expected.add(distance * samplesOf(truth) * called(called) / all);
            }
        }
        return expected.value() == 0
                ? Outcome.undefined("all samples are of one class, and all are called it")
                : Outcome.of(1 - observed.value() / expected.value());
    }
}
