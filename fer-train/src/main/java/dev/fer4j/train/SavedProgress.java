package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.train.plan.Patience;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scalar values of a training's state, as they are written.
 *
 * @param version of this format
 * @param seed from which all randomness derives
 * @param phase which one, from 0
 * @param phaseStart its first epoch
 * @param epoch the current or next epoch, from 1
 * @param step completed batches of it
 * @param samples scored samples of it
 * @param updates of all epochs
 * @param learningRate of the last update
 * @param waitingBatches batches whose gradients are accumulated for the next update
 * @param waitingWeight sum of their samples' weights
 * @param epochs the history
 * @param bestEpoch 0 if there is none
 * @param patience of early stopping
 * @param plateau of the learning rate
 * @param plateauShare factor by which the plateau has reduced the learning rate
 * @param rollBacks how often training rolled back, each time halving the learning rate
 * @param adamSteps updates of each stage
 * @param ending if it has ended
 * @param good the state to roll back to, if the plan allows that
 */
record SavedProgress(
        int version,
        long seed,
        int phase,
        int phaseStart,
        int epoch,
        int step,
        int samples,
        long updates,
        double learningRate,
        int waitingBatches,
        double waitingWeight,
        List<TrainingHistory.Epoch> epochs,
        int bestEpoch,
        Patience patience,
        Patience plateau,
        double plateauShare,
        int rollBacks,
        Map<String, Long> adamSteps,
        Optional<TrainingRun.Ending> ending,
        Optional<String> good) {

    static final int VERSION = 1;

    SavedProgress {
        checkArgument(version == VERSION, "the state has format %s, not %s", version, VERSION);
        epochs = List.copyOf(epochs);
        adamSteps = Map.copyOf(adamSteps);
        requireNonNull(patience);
        requireNonNull(plateau);
        requireNonNull(ending);
        requireNonNull(good);
    }
}
