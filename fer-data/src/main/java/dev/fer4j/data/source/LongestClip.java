package dev.fer4j.data.source;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.LeftOutRecording;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.internal.video.IndexedVideo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Leaves out clips that are too long, and recordings that have no other clips. Each instance serves
 * one listing.
 *
 * <p>A clip of unknown duration is kept; decoding it will report the problem.
 */
final class LongestClip {

    /** A tolerance in seconds, since time stamps are rounded to clock ticks. */
    private static final double ROUNDING = 1e-6;

    private final double limit;
    private final Function<Path, OptionalDouble> seconds;
    private final Path root;
    private final List<Recording> kept = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Creates a filter with a function for durations.
     *
     * @param limit maximum duration in seconds
     * @param seconds returns a clip's duration in seconds; empty if unknown
     * @param root the source's folder, to which file names in problems are relative
     */
    LongestClip(double limit, Function<Path, OptionalDouble> seconds, Path root) {
        this.limit = limit;
        this.seconds = seconds;
        this.root = root;
    }

    /** Returns a clip's duration according to its packets or container, without decoding it. */
    static OptionalDouble seconds(Path clip) {
        try (IndexedVideo video = IndexedVideo.open(clip)) {
            return video.duration();
        } catch (InputException e) {
            return OptionalDouble.empty();
        }
    }

    LongestClip apply(List<Recording> recordings) {
        recordings.forEach(this::apply);
        return this;
    }

    List<Recording> kept() {
        return List.copyOf(kept);
    }

    /** One for each clip left out, and for each recording of several clips with none left. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void apply(Recording recording) {
        List<Path> clips = new ArrayList<>();
        List<Problem> tooLong = new ArrayList<>();
        for (Path clip : recording.clips()) {
            Optional<String> excess = excess(clip);
            excess.ifPresentOrElse(
                    cause -> tooLong.add(problem(clip, cause)), () -> clips.add(clip));
        }
        if (clips.isEmpty() && recording.clips().size() == 1) {
            problems.add(leftOut(recording, recording.clips().get(0), tooLong.get(0).cause()));
            return;
        }
        problems.addAll(tooLong);
        if (clips.isEmpty()) {
            problems.add(
                    leftOut(
                            recording,
                            recording.clips().get(0).getParent(),
                            "all its " + tooLong.size() + " clips last too long"));
        } else {
            kept.add(tooLong.isEmpty() ? recording : recording.withClips(clips));
        }
    }

    private Optional<String> excess(Path clip) {
        OptionalDouble lasts = seconds.apply(clip);
        return lasts.isPresent() && lasts.getAsDouble() > limit + ROUNDING
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "lasts %.3f s, longer than the longest clip of %s s",
                                lasts.getAsDouble(),
                                limit))
                : Optional.empty();
    }

    private Problem problem(Path clip, String cause) {
        return new Problem(Problem.Kind.UNUSED, RelativePath.of(root, clip), cause, "");
    }

    private Problem leftOut(Recording recording, Path subject, String cause) {
        return LeftOutRecording.problem(
                Problem.Kind.UNUSED, RelativePath.of(root, subject), recording.id(), cause, "");
    }
}
