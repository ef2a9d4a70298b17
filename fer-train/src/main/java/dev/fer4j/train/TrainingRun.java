package dev.fer4j.train;

import dev.fer4j.core.design.TrainingHistory;
import java.util.List;

/**
 * The result of a training, to be closed by the caller.
 *
 * @param model the model with the weights of the best epoch, normally the one to use
 * @param last the model with the final weights, averaged if the plan says so
 * @param history loss, accuracy and ROC AUC by epoch
 * @param ending why the training ended
 * @param resumedDespite allowed differences from the training whose checkpoint was resumed; see
 *     {@link ResumableTraining}
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
        /** A value became non-finite, and the plan says to keep the best weights so far. */
        NOT_FINITE,
        /**
         * The training was asked to stop and can be resumed from the state that it offered. If no
         * epoch has ended, the history is empty and the best weights are the initial ones.
         */
        STOPPED
    }

    /** Returns a copy that records the allowed differences. */
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
