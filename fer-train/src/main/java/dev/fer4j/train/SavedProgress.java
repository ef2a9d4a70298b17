package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.train.plan.Patience;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of a training's state, as they are written.
 *
 * @param version of this format
 * @param seed the root of all randomness
 * @param phase which one, from 0
 * @param phaseStart its first epoch
 * @param epoch the epoch that is trained or comes next, from 1
 * @param step completed batches of it
 * @param samples scored samples of it
 * @param updates of all epochs
 * @param learningRate of the last update
 * @param waitingBatches whose gradients wait for an update
 * @param waitingWeight sum of their samples' weights
 * @param epochs the history
 * @param bestEpoch 0 if there is none
 * @param patience of early stopping
 * @param plateau of the rate
 * @param plateauShare what the plateau has made of the rate
 * @param rollBacks how often training rolled back; the rate is halved so often
 * @param adamSteps updates of each stage
 * @param ending if it has ended
 * @param good the state to roll back to, if it may
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
