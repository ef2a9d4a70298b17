package dev.fer4j.study.settings;

import static java.util.Objects.requireNonNull;

import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.OnDifference;
import dev.fer4j.train.checkpoint.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of a single training, in addition to those of a study.
 *
 * @param condition id of the condition; empty for the one with all sources
 * @param checkpointEvery interval between checkpoints, which are also saved after every epoch
 * @param onDifference what to do with a checkpoint of a training with a different plan, data,
 *     number of threads or version
 */
public record TrainSettings(
        Optional<String> condition, Duration checkpointEvery, OnDifference onDifference) {

    /** Returns all sources, a checkpoint every ten minutes, and refusal of differences. */
    public static TrainSettings defaults() {
        return new TrainSettings(Optional.empty(), Duration.ofMinutes(10), OnDifference.REFUSE);
    }

    public TrainSettings {
        requireNonNull(condition);
        requireNonNull(checkpointEvery);
        requireNonNull(onDifference);
    }

    public TrainSettings withCondition(String id) {
        return new TrainSettings(Optional.of(id), checkpointEvery, onDifference);
    }

    /** Returns a copy with this interval between checkpoints; zero to save one at every step. */
    public TrainSettings withCheckpointEvery(Duration time) {
        return new TrainSettings(condition, time, onDifference);
    }

    public TrainSettings withOnDifference(OnDifference other) {
        return new TrainSettings(condition, checkpointEvery, other);
    }

    /**
     * Returns where and how often checkpoints are saved.
     *
     * @param folder a folder used only by this training
     */
    public Checkpoints checkpoints(Path folder) {
        return new Checkpoints(
                folder,
                checkpointEvery,
                onDifference == OnDifference.ALLOW
                        ? Settings.defaults().allowingDifferences()
                        : Settings.defaults());
    }
}
