package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.fer4j.train.optim.LearningRate;
import java.util.Set;

/**
 * A stretch of training with its own frozen stages and rate, as in two-phase fine-tuning: first the
 * new head on a frozen backbone, then more of the network at a smaller rate.
 *
 * <p>A phase goes on with the weights and moments that the one before has left, not with the best
 * ones. Its rate and its patience count epochs from its own beginning.
 *
 * @param name for people
 * @param epochs at most, at least 1
 * @param frozen stages of the network that rest: no gradients, no dropout, running statistics
 *     unchanged
 * @param learningRate the rate of each update
 */
public record Phase(String name, int epochs, Set<String> frozen, LearningRate learningRate) {

    /** Copies the set. */
    public Phase {
        requireNonNull(name);
        requireNonNull(learningRate);
        checkArgument(epochs >= 1, "epochs %s of phase %s is not at least 1", epochs, name);
        frozen = ImmutableSortedSet.copyOf(frozen);
    }
}
