package dev.fer4j.train.plan;

import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.composition.TrainingSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which items an epoch draws, in which order. */
final class EpochOrder {

    private EpochOrder() {}

    /**
     * All items, shuffled; and if the epoch draws more, all of them again in another order, and so
     * on, the last pass being cut short. Each pass has augmentations of its own.
     *
     * @param epoch from 1
     * @return as many items as an epoch draws; their draws tell augmentations of one image apart
     *     over the whole epoch
     */
    static List<TrainingItem> of(TrainingSet set, Seed seed, int epoch) {
        List<TrainingItem> order = new ArrayList<>();
        int draws = set.drawsOfAPass();
        for (int pass = 0; order.size() < set.drawn(); pass++) {
            int firstDraw = pass * draws;
            List<TrainingItem> items = new ArrayList<>(set.items());
            // The first pass of an epoch is shuffled as in trainings that have no other.
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
