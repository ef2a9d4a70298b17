package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.TrainingMix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The training list, and the number of items drawn per epoch.
 *
 * @param items each image once, in the composition's order; then the copies due to weights; then
 *     those of a control
 * @param drawn the number of items drawn per epoch: all of them, or more if the epoch continues
 *     with further passes ({@link Control.Means#UPDATES})
 */
public record TrainingSet(List<TrainingItem> items, int drawn) {

    public TrainingSet {
        items = List.copyOf(items);
        checkArgument(
                drawn >= items.size(),
                "an epoch draws %s items, fewer than there are: %s",
                drawn,
                items.size());
    }

    /**
     * The maximum number of different augmentations of an image in one pass; the draws of all items
     * are below it.
     */
    public int drawsOfAPass() {
        return 1 + items.stream().mapToInt(TrainingItem::draw).max().orElse(0);
    }

    /** Repeats images by the weights of their sources; weights below 1 count as 1 here. */
    static TrainingSet of(List<Sample> samples, TrainingMix mix) {
        List<TrainingItem> once = samples.stream().map(TrainingItem::new).toList();
        Copier copier = new Copier(once);
        once.stream()
                .collect(
                        groupingBy(
                                item -> item.sample().source(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .forEach(
                        (source, items) -> {
                            double places = Math.max(1, mix.weight(source)) * items.size();
                            copier.copy(
                                    items,
                                    Math.toIntExact(Math.round(places)) - items.size(),
                                    true,
                                    mix.seed().derive("weight " + source));
                        });
        return copier.all();
    }

    /**
     * Returns a copy that is extended to a larger size.
     *
     * @param size the new number of items drawn per epoch, at least the current one
     */
    TrainingSet grown(int size, Control.Means means, Seed seed) {
        checkArgument(size >= drawn, "%s items cannot be made %s", drawn, size);
        if (means == Control.Means.UPDATES) {
            return new TrainingSet(items, size);
        }
        Copier copier = new Copier(items);
        copier.copy(
                items,
                size - items.size(),
                means == Control.Means.AUGMENTED,
                seed.derive("control"));
        return copier.all();
    }

    /** The number of items of each image, in the order of the images. */
    List<Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        items.forEach(item -> places.merge(item.sample().id(), 1, Integer::sum));
        return List.copyOf(places.values());
    }

    /** Appends copies to items. */
    private static final class Copier {

        private final List<TrainingItem> list;
        private final Multiset<String> places = HashMultiset.create();

        Copier(List<TrainingItem> items) {
            list = new ArrayList<>(items);
            items.forEach(item -> places.add(item.sample().id()));
        }

        /** Copies all items as often as fits, and a random selection of them once more. */
        void copy(List<TrainingItem> items, int count, boolean drawnAnew, Seed seed) {
            if (count == 0) {
                return;
            }
            for (int round = 0; round < count / items.size(); round++) {
                items.forEach(item -> append(item, drawnAnew));
            }
            List<Sample> samples = items.stream().map(TrainingItem::sample).toList();
            SystematicSample.places(samples, count % items.size(), seed)
                    .forEach(place -> append(items.get(place), drawnAnew));
        }

        private void append(TrainingItem item, boolean drawnAnew) {
            int copy = places.add(item.sample().id(), 1);
            list.add(new TrainingItem(item.sample(), copy, drawnAnew ? copy : item.draw()));
        }

        TrainingSet all() {
            return new TrainingSet(list, list.size());
        }
    }
}
