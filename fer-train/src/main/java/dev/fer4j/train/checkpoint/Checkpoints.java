package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how often the state of a run is kept.
 *
 * @param folder of this run alone
 * @param every a state is kept at the first step after so much time; zero for every step
 * @param settings how many are kept, and whether another run's checkpoint may be resumed
 */
public record Checkpoints(Path folder, Duration every, Settings settings) {

    public Checkpoints {
        requireNonNull(folder);
        requireNonNull(settings);
        checkArgument(!every.isNegative(), "a checkpoint every %s", every);
    }

    /** After every epoch and every ten minutes; two are kept. */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, Duration.ofMinutes(10), Settings.defaults());
    }
}
