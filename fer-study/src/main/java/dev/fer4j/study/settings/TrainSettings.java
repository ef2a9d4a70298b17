package dev.fer4j.study.settings;

import static java.util.Objects.requireNonNull;

import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.OnDifference;
import dev.fer4j.train.checkpoint.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a single training has besides the settings of a study.
 *
 * @param condition id of the condition; the one with all sources without it
 * @param checkpointEvery the state is kept at the first step after so much time, and after every
 *     epoch
 * @param onDifference what becomes of a state that another plan, other data, another number of
 *     threads or another version has left
 */
public record TrainSettings(
        Optional<String> condition, Duration checkpointEvery, OnDifference onDifference) {

    /** All sources, a state every ten minutes, and none of another training. */
    public static TrainSettings defaults() {
        return new TrainSettings(Optional.empty(), Duration.ofMinutes(10), OnDifference.REFUSE);
    }

    public TrainSettings {
        requireNonNull(condition);
        requireNonNull(checkpointEvery);
        requireNonNull(onDifference);
    }

    /** With the condition of an id. */
    public TrainSettings withCondition(String id) {
        return new TrainSettings(Optional.of(id), checkpointEvery, onDifference);
    }

    /** With a state after so much time; zero for every step. */
    public TrainSettings withCheckpointEvery(Duration time) {
        return new TrainSettings(condition, time, onDifference);
    }

    /** With another answer to the state of another training. */
    public TrainSettings withOnDifference(OnDifference other) {
        return new TrainSettings(condition, checkpointEvery, other);
    }

    /**
     * Where and how often the state is kept.
     *
     * @param folder of this training alone
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
