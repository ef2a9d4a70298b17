package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tests, without training a network, whether images of two sources and one class can be told apart:
 * logistic regression on a few features of each image, cross-validated by person.
 *
 * <p>Each fold's people are scored by a model fitted to other people's images, so it cannot
 * recognize faces. Features are standardized by the training folds. If one source is synthetic, its
 * people have both real and synthetic images, which are in the same fold.
 *
 * <p>If simple features tell sources apart, a network can too. If they do not, a network still may:
 * {@link SourceProbePlan} tests one. Either way it matters only to the extent that the share of
 * sources differs by class: {@link SourceAssociation}.
 *
 * @param first the source that is the positive class of scores and AUC
 * @param second the other source
 * @param folds at least 2
 * @param ridge of the regression, above 0; 1 shrinks little for hundreds of images
 * @param seed the seed of the assignment to folds
 */
public record SourceProbe(String first, String second, int folds, double ridge, Seed seed) {

    public SourceProbe {
        checkArgument(!first.equals(second), "source %s cannot be compared with itself", first);
        checkArgument(folds >= 2, "%s folds leave no one to train on", folds);
        checkArgument(ridge > 0, "a ridge of %s", ridge);
        requireNonNull(seed);
    }

    /** Creates a probe with five folds and a ridge of 1. */
    public SourceProbe(String first, String second, Seed seed) {
        this(first, second, 5, 1, seed);
    }

    /**
     * Runs the probe on images of one class.
     *
     * @param images of any sources and classes; others are ignored
     * @param label the class
     * @return undefined if a source has images of fewer than two people, which would leave no one
     *     to train on
     * @throws IllegalArgumentException if the images have different numbers of features
     */
    public SourceProbeResult run(List<ProbeImage> images, Label label) {
        List<ProbeImage> own =
                images.stream()
                        .filter(image -> image.label() == label)
                        .filter(image -> isFirst(image) || image.source().equals(second))
                        .toList();
        checkArgument(
                own.stream().map(image -> image.features().size()).distinct().count() <= 1,
                "images have different numbers of features");
        int fewest = Math.min(people(own, first), people(own, second));
        if (fewest < 2) {
            return SourceProbeResult.undefined(
                    first,
                    second,
                    label,
                    "one of the sources has images of "
                            + fewest
                            + " people of that class; at least 2 are needed, one to train on and"
                            + " one to test on");
        }
        return SourceProbeResult.of(
                first, second, label, crossValidated(own, Math.min(folds, fewest)));
    }

    private boolean isFirst(ProbeImage image) {
        return image.source().equals(first);
    }

    private static int people(List<ProbeImage> images, String source) {
        return (int)
                images.stream()
                        .filter(image -> image.source().equals(source))
                        .map(ProbeImage::participant)
                        .distinct()
                        .count();
    }

    private List<Predictions> crossValidated(List<ProbeImage> images, int count) {
        Map<String, Set<String>> sources = new HashMap<>();
        images.forEach(
                image ->
                        sources.computeIfAbsent(image.participant(), any -> new TreeSet<>())
                                .add(image.source()));
        PeopleFolds dealt = new PeopleFolds(sources, count, seed);
        List<Predictions> predictions = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            int held = fold;
            List<ProbeImage> learned =
                    images.stream().filter(i -> dealt.of(i.participant()) != held).toList();
            List<ProbeImage> asked =
                    images.stream().filter(i -> dealt.of(i.participant()) == held).toList();
            if (learned.stream().map(ProbeImage::source).distinct().count() == 2) {
                predictions.add(ask(learned, asked));
            }
        }
        return predictions;
    }

    private Predictions ask(List<ProbeImage> learned, List<ProbeImage> asked) {
        Standardized standardized = new Standardized(learned);
        double[][] features = new double[learned.size()][];
        boolean[] positive = new boolean[features.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = standardized.of(learned.get(i));
            positive[i] = isFirst(learned.get(i));
        }
        RidgeLogistic model = RidgeLogistic.fit(features, positive, ridge);
        return new Predictions(
                asked.stream()
                        .map(
                                image ->
                                        new Prediction(
                                                image.sample(),
                                                isFirst(image)
                                                        ? Label.INTERESTED
                                                        : Label.NOT_INTERESTED,
                                                model.probability(standardized.of(image)),
                                                image.recording(),
                                                image.participant(),
                                                Map.of()))
                        .toList());
    }
}
