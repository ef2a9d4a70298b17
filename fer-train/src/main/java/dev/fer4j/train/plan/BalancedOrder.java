package dev.fer4j.train.plan;

import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.composition.TrainingSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws the items of an epoch equally often from each group. */
final class BalancedOrder {

    private BalancedOrder() {}

    /**
     * Draws the same number of items from each group, to within one; the groups with one more are
     * chosen at random. Within a group all items are drawn equally often, to within one, in
     * shuffled rounds with separate augmentations.
     *
     * @param group returns the name of an item's group
     */
    static List<TrainingItem> of(
            TrainingSet set, Function<TrainingItem, String> group, Seed seed, int epoch) {
        // Ordered by name, independently of hashing and of the order of manifests.
        List<List<TrainingItem>> groups =
                new ArrayList<>(
                        set.items().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                group, TreeMap::new, Collectors.toList()))
                                .values());
        Random random = new Random(seed.derive("balance", epoch).value());
        Collections.shuffle(groups, random);
        List<TrainingItem> order = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int draws = set.drawn() / groups.size() + (i < set.drawn() % groups.size() ? 1 : 0);
            order.addAll(rounds(groups.get(i), draws, set.drawsOfAPass(), random));
        }
        Collections.shuffle(order, random);
        return order;
    }

    private static List<TrainingItem> rounds(
            List<TrainingItem> group, int draws, int drawsOfAPass, Random random) {
        List<TrainingItem> drawn = new ArrayList<>();
        List<TrainingItem> items = new ArrayList<>(group);
        for (int round = 0; drawn.size() < draws; round++) {
            int firstDraw = round * drawsOfAPass;
            Collections.shuffle(items, random);
            items.stream()
                    .limit(draws - drawn.size())
                    .map(item -> item.withDraw(firstDraw + item.draw()))
                    .forEach(drawn::add);
        }
        return drawn;
    }
}
