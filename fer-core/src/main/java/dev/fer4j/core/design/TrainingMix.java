package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.fer4j.core.Seed;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * How much of each source is used for training. Validation and test images are not affected.
 *
 * <p>Caps are applied first, then weights, then the control. All draws depend only on {@link
 * #seed()} and the ids of the images, never on the seed of a training run: all runs of a condition
 * use the same images, so that the variation between seeds is due to training alone.
 *
 * @param caps maximum number of training images by source, at least 1. The proportions of labels,
 *     people and recordings are preserved, each to within one image. All images of a source without
 *     a cap are used
 * @param weights how often an image of a source is drawn in an epoch, by source; above 0 and at
 *     most {@value #HIGHEST_WEIGHT}; 1 by default. With 2, each image is in the training list
 *     twice, augmented independently each time; with 1.5, a fixed half of the images is in the list
 *     twice; with 0.5, only a fixed half of them is used. A source keeps at least one image
 * @param control matches the length of training to that of another condition
 * @param seed the seed of the draws for caps, weights and the control
 */
public record TrainingMix(
        Map<String, Integer> caps,
        Map<String, Double> weights,
        Optional<Control> control,
        Seed seed) {

    /** The highest weight of a source. */
    public static final double HIGHEST_WEIGHT = 1000;

    /** Uses every image of every source once, as in the paper. */
    public static final TrainingMix ALL =
            new TrainingMix(Map.of(), Map.of(), Optional.empty(), new Seed(0));

    public TrainingMix {
        caps = ImmutableSortedMap.copyOf(caps);
        weights = ImmutableSortedMap.copyOf(weights);
        requireNonNull(control);
        requireNonNull(seed);
        caps.forEach(
                (source, cap) ->
                        checkArgument(
                                cap >= 1,
                                "the cap %s of source %s is not at least 1; leave the source out"
                                        + " of the condition instead",
                                cap,
                                source));
        weights.forEach(
                (source, weight) ->
                        checkArgument(
                                weight > 0 && weight <= HIGHEST_WEIGHT,
                                "the weight %s of source %s is not above 0 and at most %s",
                                weight,
                                source,
                                HIGHEST_WEIGHT));
    }

    public TrainingMix withCap(String source, int images) {
        return new TrainingMix(with(caps, source, images), weights, control, seed);
    }

    public TrainingMix withWeight(String source, double weight) {
        return new TrainingMix(caps, with(weights, source, weight), control, seed);
    }

    /** Returns a copy that trains for as long as another condition. */
    public TrainingMix withControl(Control other) {
        return new TrainingMix(caps, weights, Optional.of(other), seed);
    }

    public TrainingMix withSeed(Seed other) {
        return new TrainingMix(caps, weights, control, other);
    }

    /** Returns a copy restricted to the given sources. */
    public TrainingMix withSources(Collection<String> sources) {
        return new TrainingMix(
                Maps.filterKeys(caps, sources::contains),
                Maps.filterKeys(weights, sources::contains),
                control,
                seed);
    }

    /** The maximum number of training images of a source; empty if there is no cap. */
    public Optional<Integer> cap(String source) {
        return Optional.ofNullable(caps.get(source));
    }

    /** How often each image of a source is drawn in an epoch; 1 unless set. */
    public double weight(String source) {
        return weights.getOrDefault(source, 1.0);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> changed = Maps.newHashMap(map);
        changed.put(key, value);
        return changed;
    }
}
