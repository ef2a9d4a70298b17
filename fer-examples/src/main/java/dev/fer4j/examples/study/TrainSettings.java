package dev.fer4j.examples.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.OnDifference;
import dev.fer4j.train.checkpoint.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is decided before one condition is trained.
 *
 * @param study data, plan, seed and output folder, as of a study without controls
 * @param condition id of the condition; the one with all sources without it
 * @param checkpointEvery the state is kept at the first step after so much time, and after every
 *     epoch
 * @param onDifference what becomes of a state that another plan, other data, another number of
 *     threads or another version has left
 */
public record TrainSettings(
        StudySettings study,
        Optional<String> condition,
        Duration checkpointEvery,
        OnDifference onDifference) {

    /** Checks that there are no controls. */
    public TrainSettings {
        requireNonNull(condition);
        requireNonNull(checkpointEvery);
        requireNonNull(onDifference);
        checkArgument(study.controls().isEmpty(), "one training has no controls");
        checkArgument(study.replication().equals(Replication.ONCE), "one training is trained once");
    }

    /** Where and how often the state is kept. */
    Checkpoints checkpoints() {
        return new Checkpoints(
                study.out().resolve(StudySettings.CHECKPOINTS),
                checkpointEvery,
                onDifference == OnDifference.ALLOW
                        ? Settings.DEFAULT.allowingDifferences()
                        : Settings.DEFAULT);
    }

    /** Every setting that changes results, by name. */
    public Map<String, String> configuration() {
        Map<String, String> settings = new LinkedHashMap<>(study.configuration());
        settings.remove(StudySettings.CONTROLS);
        study.checks().configuration().keySet().forEach(settings::remove);
        return settings;
    }
}
