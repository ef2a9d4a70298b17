package dev.fer4j.eval.multiclass;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The true class and a score for each class, of every sample: the input of the metrics in this
 * package. Immutable.
 */
public final class ClassScores {

    private final List<String> classes;
    private final int[] truth;
    private final double[][] byClass;

    private ClassScores(List<String> classes, int[] truth, double[][] byClass) {
        this.classes = classes;
        this.truth = truth;
        this.byClass = byClass;
    }

    /**
     * Creates the input from probabilities.
     *
     * @param classes names of the K classes, at least two, all different; their order matters only
     *     for ties and for {@link Agreement} of ordered classes
     * @param truth each sample's true class, as an index into the names
     * @param probabilities each sample's K probabilities, in [0, 1], with a sum of 1 up to 10⁻⁴, as
     *     the softmax of a network in float32 has it
     * @throws IllegalArgumentException if names, classes, lengths or probabilities are otherwise
     */
    public static ClassScores ofProbabilities(
            List<String> classes, int[] truth, double[][] probabilities) {
        ClassScores scores = of(classes, truth, probabilities);
        for (int i = 0; i < truth.length; i++) {
            double sum = 0;
            for (double probability : probabilities[i]) {
                checkArgument(
                        probability >= 0 && probability <= 1,
                        "sample %s has the probability %s: it must be in [0, 1]",
                        Integer.toString(i),
                        probability);
                sum += probability;
            }
            checkArgument(
                    Math.abs(sum - 1) <= 1e-4,
                    "the probabilities of sample %s have the sum %s instead of 1",
                    Integer.toString(i),
                    sum);
        }
        return scores;
    }

    /**
     * Creates the input from scores of any range, higher for classes that are more likely.
     *
     * @param classes names of the K classes, at least two, all different
     * @param truth each sample's true class, as an index into the names
     * @param scores each sample's K scores, finite
     * @throws IllegalArgumentException if names, classes, lengths or scores are otherwise
     */
    public static ClassScores of(List<String> classes, int[] truth, double[][] scores) {
        List<String> names = List.copyOf(classes);
        checkArgument(names.size() >= 2, "classes %s: at least two are needed", names);
        checkArgument(
                new HashSet<>(names).size() == names.size(), "a class is named twice: %s", names);
        checkArgument(
                truth.length == scores.length,
                "%s classes and %s scores: one of each is needed for every sample",
                truth.length,
                scores.length);
        double[][] byClass = new double[names.size()][truth.length];
        for (int i = 0; i < truth.length; i++) {
            checkArgument(
                    truth[i] >= 0 && truth[i] < names.size(),
                    "sample %s is of class %s, and there are %s",
                    i,
                    truth[i],
                    names.size());
            checkArgument(
                    scores[i].length == names.size(),
                    "sample %s has %s scores for %s classes",
                    i,
                    scores[i].length,
                    names.size());
            for (int c = 0; c < names.size(); c++) {
                checkArgument(
                        Double.isFinite(scores[i][c]),
                        "a score of sample %s is %s: scores must be finite numbers",
                        Integer.toString(i),
                        scores[i][c]);
                byClass[c][i] = scores[i][c];
            }
        }
        return new ClassScores(names, truth.clone(), byClass);
    }

    /** The names of the classes. */
    public List<String> classes() {
        return classes;
    }

    /** The number of classes. */
    public int count() {
        return classes.size();
    }

    /** The number of samples. */
    public int size() {
        return truth.length;
    }

    /** The true class of a sample. */
    public int truth(int sample) {
        return truth[sample];
    }

    /** The score of a sample for a class. */
    public double score(int sample, int ofClass) {
        return byClass[ofClass][sample];
    }

    /** The class with the highest score; the first of several, as NumPy's {@code argmax}. */
    public int best(int sample) {
        int best = 0;
        for (int c = 1; c < count(); c++) {
            if (byClass[c][sample] > byClass[best][sample]) {
                best = c;
            }
        }
        return best;
    }

    /** The number of samples that are truly of a class. */
    public int samplesOf(int aClass) {
        int samples = 0;
        for (int one : truth) {
            samples += one == aClass ? 1 : 0;
        }
        return samples;
    }

    /** For each sample, whether it is truly of a class. */
    boolean[] areOf(int aClass) {
        boolean[] are = new boolean[truth.length];
        for (int i = 0; i < are.length; i++) {
            are[i] = truth[i] == aClass;
        }
        return are;
    }

    /** Each sample's score for a class. Not to be changed. */
    double[] scoresFor(int aClass) {
        return byClass[aClass];
    }

    /**
     * Names the classes that no sample is of, if there are any, or says that there is no sample.
     */
    Optional<String> whatIsMissing() {
        if (truth.length == 0) {
            return Optional.of("there are no samples");
        }
        List<String> absent =
                classes.stream().filter(name -> samplesOf(classes.indexOf(name)) == 0).toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("no sample is " + String.join(" or ", absent));
    }
}
