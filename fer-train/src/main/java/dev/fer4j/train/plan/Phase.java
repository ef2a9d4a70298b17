package dev.fer4j.train.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.nn.Block;
import com.google.common.collect.ImmutableSortedSet;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.optim.LearningRate;
import java.util.List;
import java.util.Set;

/**
 * A phase of training with its own frozen stages and learning rate, as in two-phase fine-tuning:
 * first the new head on a frozen backbone, then more of the network at a smaller learning rate.
 *
 * <p>A phase continues with the last weights and moments of the previous one, not with the best.
 * Its learning rate and patience count epochs from its own beginning.
 *
 * @param name name for messages
 * @param epochs maximum number of epochs, at least 1
 * @param frozen stages of the network that are not trained: without gradients and dropout, and with
 *     constant running statistics
 * @param learningRate the learning rate of each update
 */
public record Phase(String name, int epochs, Set<String> frozen, LearningRate learningRate) {

    /**
     * Trains only the last stage that has parameters, the head, and freezes all others: the first
     * half of two-phase fine-tuning.
     *
     * @throws IllegalArgumentException if the network has no stages
     */
    public static Phase headOnly(Backbone backbone, int epochs, LearningRate rate) {
        Block block = backbone.build(new Seed(0));
        checkArgument(
                block instanceof StagedBlock, "%s has no stages that could be frozen", backbone);
        StagedBlock network = (StagedBlock) block;
        List<String> trainable =
                network.stages().stream()
                        .filter(stage -> !network.stage(stage).getParameters().isEmpty())
                        .toList();
        return new Phase(
                "head", epochs, Set.copyOf(trainable.subList(0, trainable.size() - 1)), rate);
    }

    public Phase {
        requireNonNull(name);
        requireNonNull(learningRate);
        checkArgument(epochs >= 1, "epochs %s of phase %s is not at least 1", epochs, name);
        frozen = ImmutableSortedSet.copyOf(frozen);
    }
}
