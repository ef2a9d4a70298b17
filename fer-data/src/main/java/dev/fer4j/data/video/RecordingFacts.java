package dev.fer4j.data.video;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What is known about a recording before its first frame is passed on.
 *
 * @param times presentation times of all frames of all clips
 * @param clips its clips in order
 * @param indices the indices of the frames that are kept, ascending, possibly repeated
 */
public record RecordingFacts(FrameTimes times, List<ClipFacts> clips, List<Long> indices) {

    /** Frames shown for longer, in seconds, are reported. */
    private static final double LONG = 60;

    /** Higher rates, in frames per second, are reported. */
    private static final double FAST = 1000;

    public RecordingFacts {
        requireNonNull(times);
        clips = List.copyOf(clips);
        indices = List.copyOf(indices);
    }

    /** The number of packets of all clips that could not be decoded. */
    public long damagedPackets() {
        return clips.stream().mapToLong(ClipFacts::damagedPackets).sum();
    }

    /**
     * Describes what a user should know about a recording although all of it is used: packets that
     * cannot be decoded, pixels that are not square, video streams that are not read, times that
     * are implausible, and frames that are kept more than once.
     *
     * @param recording its name
     * @param nameOf the name of a clip in a message
     * @return problems of the kinds {@link Problem.Kind#DAMAGED} and {@link Problem.Kind#NOTE}
     */
    public List<Problem> notes(String recording, Function<Path, String> nameOf) {
        List<Problem> notes = new ArrayList<>();
        for (ClipFacts clip : clips) {
            String name = nameOf.apply(clip.clip());
            if (clip.damagedPackets() > 0) {
                notes.add(
                        new Problem(
                                Problem.Kind.DAMAGED,
                                name,
                                "%s of recording %s cannot be decoded; the rest is used"
                                        .formatted(
                                                counted(clip.damagedPackets(), "packet"),
                                                recording),
                                "copy its clips again, or leave it out"));
            }
            if (clip.picture().isResized()) {
                notes.add(note(name, shape(clip, recording)));
            }
            if (clip.hiddenFrames() > 0) {
                notes.add(
                        note(
                                name,
                                "%s of recording %s hidden by the clip's edit list"
                                        .formatted(
                                                counted(clip.hiddenFrames(), "frame"),
                                                recording
                                                        + (clip.hiddenFrames() == 1
                                                                ? " is"
                                                                : " are"))));
            }
            if (clip.videoStreams() > 1) {
                notes.add(note(name, streams(clip, recording)));
            }
        }
        String first = nameOf.apply(clips.get(0).clip());
        if (hasOddTimes()) {
            notes.add(
                    new Problem(
                            Problem.Kind.NOTE,
                            first,
                            "recording " + recording + " " + oddTimes(),
                            "check the times of its frames"));
        }
        long repeated = indices.size() - indices.stream().distinct().count();
        if (repeated > 0) {
            notes.add(note(first, repeats(repeated, recording)));
        }
        return List.copyOf(notes);
    }

    private static Problem note(String subject, String cause) {
        return new Problem(Problem.Kind.NOTE, subject, cause, "");
    }

    private static String shape(ClipFacts clip, String recording) {
        return String.format(
                Locale.ROOT,
                "stores %d × %d pixels of the shape %s; the frames of recording %s are used as"
                        + " %d × %d square pixels",
                clip.picture().storedWidth(),
                clip.picture().storedHeight(),
                clip.picture().pixels(),
                recording,
                clip.picture().width(),
                clip.picture().height());
    }

    private static String streams(ClipFacts clip, String recording) {
        return String.format(
                Locale.ROOT,
                "has %d video streams; recording %s uses stream %d of %d × %d pixels only",
                clip.videoStreams(),
                recording,
                clip.stream(),
                clip.picture().width(),
                clip.picture().height());
    }

    private boolean hasOddTimes() {
        return times.secondsShown(times.longestShown()) > LONG
                || (times.size() > 1 && times.size() > FAST * times.duration());
    }

    private String oddTimes() {
        if (times.duration() == 0) {
            return "has no times: all " + times.size() + " frames begin at 0 s";
        }
        int longest = times.longestShown();
        return times.secondsShown(longest) > LONG
                ? String.format(
                        Locale.ROOT,
                        "shows frame %d for %.3f s",
                        longest,
                        times.secondsShown(longest))
                : String.format(
                        Locale.ROOT, "shows %d frames in %.6f s", times.size(), times.duration());
    }

    private String repeats(long repeated, String recording) {
        return "recording %s has %s; %s of the %s that are kept %s"
                .formatted(
                        recording,
                        counted(times.size(), "frame"),
                        repeated,
                        indices.size(),
                        repeated == 1 ? "repeats another" : "repeat others");
    }

    /** A number with its noun, such as {@code 1 frame} or {@code 2 frames}. */
    static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
