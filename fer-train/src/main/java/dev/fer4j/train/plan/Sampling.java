package dev.fer4j.train.plan;

import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.composition.TrainingSet;
import java.util.List;

/**
 * How an epoch draws from the training list. However it does, an epoch is as long.
 *
 * <p>Sources are weighted where the list is made, see {@link dev.fer4j.core.design.TrainingMix}:
 * their copies are drawn here like other items.
 */
public enum Sampling {
    /** Every item once, shuffled; what the paper's training does as far as it says. */
    SHUFFLED,

    /**
     * Both classes as often as each other, to within one draw. Items of the smaller class are drawn
     * in further rounds, with other augmentations, and some items of the larger one not at all: in
     * every epoch others.
     */
    CLASS_BALANCED,

    /**
     * Each person as often as any other, to within one draw, so that no one with many images
     * dominates. Synthetic images count as their parents' person.
     */
    PERSON_BALANCED;

    /** The items of an epoch, counted from 1, in order. Depends on seed and epoch only. */
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
