package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where and how often to save checkpoints of a run.
 *
 * @param folder a folder used only by this run
 * @param every interval between checkpoints; zero to save one at every step
 * @param settings how many to keep, and whether another run's checkpoint may be resumed
 */
public record Checkpoints(Path folder, Duration every, Settings settings) {

    public Checkpoints {
        requireNonNull(folder);
        requireNonNull(settings);
        checkArgument(!every.isNegative(), "a checkpoint every %s", every);
    }

    /**
     * Deletes the checkpoints in a folder, and the folder if nothing else is in it.
     *
     * @return files that are kept since they are not of checkpoints; the folder itself if it is not
     *     one of checkpoints
     */
    public static List<Path> delete(Path folder) throws IOException {
        return CheckpointFolder.delete(folder);
    }

    /** Saves after every epoch and every ten minutes, and keeps the newest two. */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, Duration.ofMinutes(10), Settings.defaults());
    }
}
