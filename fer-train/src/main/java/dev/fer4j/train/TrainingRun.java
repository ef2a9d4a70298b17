package dev.fer4j.train;

import dev.fer4j.core.design.TrainingHistory;
import java.util.List;

/**
 * The result of a training. To be closed by the caller.
 *
 * @param model with the weights of the best epoch, normally the one to use
 * @param last with the weights at the end, averaged if the plan averages
 * @param history loss, accuracy and ROC AUC by epoch
 * @param ending why it ended
 * @param resumedDespite allowed differences between this training and the one whose checkpoint it
 *     resumed: see {@link ResumableTraining}
 */
public record TrainingRun(
        TrainedModel model,
        TrainedModel last,
        TrainingHistory history,
        Ending ending,
        List<String> resumedDespite)
        implements AutoCloseable {

    public TrainingRun {
        resumedDespite = List.copyOf(resumedDespite);
    }

    /** Why a training ended. */
    public enum Ending {
        /** All epochs were completed. */
        COMPLETED,
        /** Early stopping: the monitored metric no longer improved in the last phase. */
        EARLY,
        /** A value was not finite, and the plan keeps the best weights so far in that case. */
        NOT_FINITE,
        /**
         * It was asked to stop, and can be resumed from the state that it offered. If no epoch has
         * ended, the history is empty and the best weights are the initial ones.
         */
        STOPPED
    }

    /** Returns a copy that records the differences despite which it was resumed. */
    TrainingRun despite(List<String> differences) {
        if (differences.isEmpty()) {
            return this;
        }
        String note = String.join("; ", differences);
        return new TrainingRun(
                model.withNote("resumed despite", note),
                last.withNote("resumed despite", note),
                history,
                ending,
                differences);
    }

    @Override
    public void close() {
        model.close();
        last.close();
    }
}
