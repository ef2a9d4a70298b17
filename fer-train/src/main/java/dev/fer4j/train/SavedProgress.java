package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.train.plan.Patience;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scalar values of a training's state, as stored.
 *
 * @param version of this format
 * @param seed the seed from which all randomness derives
 * @param phase index of the phase, from 0
 * @param phaseStart first epoch of the phase
 * @param epoch the current or next epoch, from 1
 * @param step number of completed batches of that epoch
 * @param samples number of scored samples of that epoch
 * @param updates number of updates in all epochs
 * @param learningRate learning rate of the last update
 * @param waitingBatches number of batches accumulated for the next update
 * @param waitingWeight sum of the weights of their samples
 * @param epochs the history
 * @param bestEpoch the best epoch; 0 if there is none
 * @param patience state of early stopping
 * @param plateau state of the plateau schedule
 * @param plateauShare factor by which the plateau schedule has reduced the learning rate
 * @param rollBacks number of roll-backs, each of which halved the learning rate
 * @param adamSteps number of updates of each stage
 * @param ending why the training ended, if it has
 * @param good the state to roll back to, if the plan allows roll-backs
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
