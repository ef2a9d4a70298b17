package dev.fer4j.study.output;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.TrainingRun;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of a training.
 *
 * @param folder the output folder
 * @param condition the condition that was trained
 * @param history history by epoch
 * @param ending why the training ended
 * @param trainedNow whether this run made any step; false if training had already ended
 * @param threshold threshold of the model, chosen on validation images
 * @param resumedDespite allowed differences between this training and the checkpoint from which it
 *     resumed
 * @param notes notes for readers of the results, such as unused sources
 * @param files files in the folder, except checkpoints, frames and decoded images
 */
public record TrainOutput(
        Path folder,
        Condition condition,
        TrainingHistory history,
        TrainingRun.Ending ending,
        boolean trainedNow,
        Threshold threshold,
        List<String> resumedDespite,
        List<String> notes,
        List<String> files) {

    public TrainOutput {
        requireNonNull(folder);
        requireNonNull(condition);
        requireNonNull(history);
        requireNonNull(ending);
        requireNonNull(threshold);
        resumedDespite = List.copyOf(resumedDespite);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }
}
