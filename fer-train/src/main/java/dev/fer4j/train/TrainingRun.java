package dev.fer4j.train;

import dev.fer4j.core.design.TrainingHistory;
import java.util.List;

/**
 * The result of a training. To be closed by the caller.
 *
 * @param model with the weights of the best epoch; it predicts unless the last one is asked for
 * @param last with the weights at the end, averaged if the plan averages
 * @param history loss, accuracy and ROC AUC by epoch
 * @param ending why it ended
 * @param resumedDespite differences between this training and the one whose checkpoint it went on
 *     from, where these were allowed: see {@link ResumableTraining}
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
        /** All epochs are done. */
        COMPLETED,
        /** The watched metric had not improved for long in the last phase. */
        EARLY,
        /** A number was none, and the plan says to keep the best weights so far. */
        NOT_FINITE,
        /**
         * It was asked to stop, and can be resumed from the state that it offered. If no epoch has
         * ended, the history is empty and the best weights are the initial ones.
         */
        STOPPED
    }

    /** The same, resumed from another training's checkpoint despite these differences. */
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
