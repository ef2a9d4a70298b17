package dev.fer4j.data.video;

import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.UnreadableFileException;
import dev.fer4j.data.video.SamplingRule.BinCentres;
import dev.fer4j.data.video.SamplingRule.EverySeconds;
import dev.fer4j.data.video.SamplingRule.TooFew;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The frames of one recording that a rule keeps. */
final class FrameChoice {

    /** More frames than a recording has are kept up to this number, whatever their number. */
    private static final int SMALL_COUNT = 100;

    /** The same for frames at intervals of time, whose number follows from the recording. */
    private static final int SMALL_NUMBER_OF_INSTANTS = 10_000;

    /** Beyond that, a frame is kept this number of times on average: as the paper's ten of one. */
    private static final int MOST_REPETITIONS = 10;

    /** If a frame is shown for longer, in seconds, time cannot be divided. */
    private static final double LONGEST = 3600;

    /** A tolerance, since the last frame may end a little later than it should. */
    private static final double ROUNDING = 1e-9;

    private final SamplingRule rule;
    private final FrameTimes times;
    private final boolean byTime;

    FrameChoice(SamplingRule rule, FrameTimes times) {
        this.rule = rule;
        this.times = times;
        this.byTime =
                rule.spacing() instanceof EverySeconds
                        || rule.axis() == SamplingRule.Axis.TIME
                        || (rule.axis() == SamplingRule.Axis.TIME_IF_VARIABLE
                                && times.isVariable());
    }

    /**
     * Checks that the recording can be sampled by the rule.
     *
     * @param first the recording's first clip, for messages
     */
    FrameChoice require(Path first) {
        if (byTime) {
            requireTimes(first);
        }
        if (rule.tooFew() == TooFew.REJECT && requested() > times.size()) {
            throw tooFew(first, "fewer than the " + (long) requested() + " that the rule requires");
        }
        if (rule.tooFew() != TooFew.FEWER && requested() > most()) {
            throw tooFew(
                    first,
                    String.format(
                            Locale.ROOT,
                            "too few for the %.0f that the rule requests; it gives at most %d by"
                                    + " repetition",
                            requested(),
                            most()));
        }
        return this;
    }

    private UnreadableFileException tooFew(Path first, String cause) {
        return new UnreadableFileException(
                Problem.Kind.TOO_FEW,
                first,
                "belongs to a recording of "
                        + RecordingFacts.counted(times.size(), "frame")
                        + ", "
                        + cause,
                rule.tooFew() == TooFew.REJECT
                        ? "leave it out, or let the rule repeat frames or take fewer"
                        : "request fewer frames, or let the rule take each frame once");
    }

    private void requireTimes(Path first) {
        int longest = times.longestShown();
        if (times.secondsShown(longest) > LONGEST) {
            throw unknownTimes(
                    first,
                    String.format(
                            Locale.ROOT,
                            "belongs to a recording that shows frame %d for %.3f s; at most %.0f s"
                                    + " are plausible",
                            longest,
                            times.secondsShown(longest),
                            LONGEST));
        }
        if (times.size() > 1 && times.duration() == 0) {
            throw unknownTimes(
                    first,
                    "belongs to a recording whose "
                            + times.size()
                            + " frames all begin at 0 s, so that time cannot be divided");
        }
    }

    private static UnreadableFileException unknownTimes(Path first, String cause) {
        return new UnreadableFileException(
                first,
                cause,
                "correct its time stamps with another program, or divide the number of frames"
                        + " instead of the time");
    }

    private double requested() {
        return rule.spacing() instanceof EverySeconds every
                ? Math.max(1, Math.ceil(times.duration() / every.seconds() - ROUNDING))
                : rule.count().orElseThrow();
    }

    private long most() {
        int small = rule.spacing() instanceof EverySeconds ? SMALL_NUMBER_OF_INSTANTS : SMALL_COUNT;
        return Math.max(small, (long) MOST_REPETITIONS * times.size());
    }

    /** The indices of the kept frames, ascending; repeated unless the rule takes fewer. */
    List<Long> indices() {
        boolean once = rule.tooFew() == TooFew.FEWER;
        if (rule.spacing() instanceof EverySeconds every) {
            return everySeconds(every.seconds(), once);
        }
        List<Long> indices = byTime ? byTime() : byFrames();
        return once ? indices.stream().distinct().toList() : indices;
    }

    private double half() {
        return rule.spacing() instanceof BinCentres ? 0.5 : 0;
    }

    private List<Long> byFrames() {
        long parts = rule.count().orElseThrow();
        long half = rule.spacing() instanceof BinCentres ? 1 : 0;
        return LongStream.range(0, parts)
                .mapToObj(i -> Math.multiplyExact(2 * i + half, times.size()) / (2 * parts))
                .toList();
    }

    private List<Long> byTime() {
        int parts = rule.count().orElseThrow();
        return IntStream.range(0, parts)
                .mapToObj(i -> times.shownAt((i + half()) * times.duration() / parts))
                .toList();
    }

    /**
     * The frames shown at equal intervals.
     *
     * @param once whether each is listed once; instants at which no other frame begins are then
     *     passed over, since there may be any number of them
     */
    private List<Long> everySeconds(double seconds, boolean once) {
        double instants = requested();
        List<Long> indices = new ArrayList<>();
        double i = 0;
        while (i < instants) {
            long frame = times.shownAt(i * seconds);
            if (!once || indices.isEmpty() || indices.get(indices.size() - 1) != frame) {
                indices.add(frame);
            }
            i++;
            if (once) {
                double next =
                        frame + 1 < times.size()
                                ? times.starts().get((int) frame + 1)
                                : times.duration();
                i = Math.max(i, Math.floor(next / seconds) - 1);
            }
        }
        return List.copyOf(indices);
    }
}
