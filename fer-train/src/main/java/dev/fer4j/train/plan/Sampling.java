package dev.fer4j.train.plan;

import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.composition.TrainingSet;
import java.util.List;

/**
 * How an epoch draws from the training list. The length of an epoch does not depend on it.
 *
 * <p>Sources are weighted when the list is created, see {@link dev.fer4j.core.design.TrainingMix}:
 * the resulting copies are drawn like other items.
 */
public enum Sampling {
    /** Every item once, shuffled: the paper's method, as far as the paper describes it. */
    SHUFFLED,

    /**
     * Both classes equally often, to within one draw. Items of the smaller class are drawn several
     * times, with different augmentations; items of the larger one may be omitted, different ones
     * in each epoch.
     */
    CLASS_BALANCED,

    /**
     * All people equally often, to within one draw, so that people with many images do not
     * dominate. Synthetic images count as images of their parents' person.
     */
    PERSON_BALANCED;

    /**
     * Returns the items of an epoch, counted from 1, in order. Depends only on the seed and the
     * epoch.
     */
    public List<TrainingItem> order(TrainingSet set, Seed seed, int epoch) {
        return switch (this) {
            case SHUFFLED -> EpochOrder.of(set, seed, epoch);
            case CLASS_BALANCED ->
                    BalancedOrder.of(set, item -> item.sample().label().name(), seed, epoch);
            case PERSON_BALANCED ->
                    BalancedOrder.of(set, item -> item.sample().participant(), seed, epoch);
        };
    }
}
