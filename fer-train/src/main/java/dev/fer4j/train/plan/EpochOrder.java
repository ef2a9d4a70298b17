package dev.fer4j.train.plan;

import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.composition.TrainingSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws the items of an epoch, in order. */
final class EpochOrder {

    private EpochOrder() {}

    /**
     * Draws all items in shuffled order, again in a different order if the epoch is longer, and so
     * on; the last pass may be incomplete. Each pass is augmented independently.
     *
     * @param epoch the epoch, from 1
     * @return the items of the epoch; their draw numbers distinguish the augmentations of an image
     *     within the epoch
     */
    static List<TrainingItem> of(TrainingSet set, Seed seed, int epoch) {
        List<TrainingItem> order = new ArrayList<>();
        int draws = set.drawsOfAPass();
        for (int pass = 0; order.size() < set.drawn(); pass++) {
            int firstDraw = pass * draws;
            List<TrainingItem> items = new ArrayList<>(set.items());
            // The first pass is shuffled as in a training with a single pass.
            Seed shuffle =
                    pass == 0 ? seed.derive("shuffle", epoch) : seed.derive("shuffle", epoch, pass);
            Collections.shuffle(items, new Random(shuffle.value()));
            items.stream()
                    .limit(set.drawn() - order.size())
                    .map(item -> item.withDraw(firstDraw + item.draw()))
                    .forEach(order::add);
        }
        return order;
    }
}
