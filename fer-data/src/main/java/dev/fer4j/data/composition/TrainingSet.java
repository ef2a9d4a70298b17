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
 * What training draws from, and how much of it in an epoch.
 *
 * @param items the images, each once, in the composition's order; then the copies due to weights;
 *     then those of a control
 * @param drawn how many items an epoch draws: all of them, or more if the epoch continues with
 *     further passes ({@link Control.Means#UPDATES})
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
     * How many different augmentations of an image one pass draws, at most: the draws of the items
     * are below it.
     */
    public int drawsOfAPass() {
        return 1 + items.stream().mapToInt(TrainingItem::draw).max().orElse(0);
    }

    /** Each image as often as the weight of its source says; weights below 1 count as 1 here. */
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
     * The same made longer.
     *
     * @param size how many items an epoch draws then, at least as many as now
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

    /** How many places each image has, in the order of the images. */
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

        /** Copies all items as often as it goes, and some of them, drawn, once more. */
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
