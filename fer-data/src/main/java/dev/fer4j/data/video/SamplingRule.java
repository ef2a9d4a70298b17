package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A rule that determines which frames of a recording are kept. It is based on the frames actually
 * decoded from its clips in sequence, never on the number given in a header.
 *
 * @param spacing the positions of the kept frames
 * @param axis whether frames or time are divided
 * @param tooFew how to treat recordings with fewer frames than requested
 */
public record SamplingRule(Spacing spacing, Axis axis, TooFew tooFew) {

    /** The positions of the kept frames in a recording. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = EqualIntervals.class, name = "equal-intervals"),
        @JsonSubTypes.Type(value = BinCentres.class, name = "bin-centres"),
        @JsonSubTypes.Type(value = EverySeconds.class, name = "every-seconds")
    })
    public sealed interface Spacing {}

    /**
     * The first frame of each of a number of equal parts: frame floor(i · N / count) of N (paper,
     * section 2: "equal intervals"; the paper does not say which frame of an interval is taken).
     *
     * @param count number of parts, at least 1
     */
    public record EqualIntervals(int count) implements Spacing {
        public EqualIntervals {
            checkArgument(count >= 1, "a sampling rule of %s frames", count);
        }
    }

    /**
     * The middle frame of each of a number of equal parts: frame floor((i + ½) · N / count) of N.
     *
     * @param count number of parts, at least 1
     */
    public record BinCentres(int count) implements Spacing {
        public BinCentres {
            checkArgument(count >= 1, "a sampling rule of %s frames", count);
        }
    }

    /**
     * The frames shown at 0, t, 2t, … seconds.
     *
     * @param seconds t, above 0
     */
    public record EverySeconds(double seconds) implements Spacing {
        public EverySeconds {
            checkArgument(
                    seconds > 0 && seconds < Double.POSITIVE_INFINITY,
                    "a frame every %s seconds",
                    seconds);
        }
    }

    /** What is divided. */
    public enum Axis {
        /** The number of decoded frames. */
        FRAMES,
        /** The time: the frame shown at each instant is kept. */
        TIME,
        /** The time if the frame rate varies, otherwise the number of decoded frames. */
        TIME_IF_VARIABLE
    }

    /** How to treat recordings with fewer frames than requested. */
    public enum TooFew {
        /** Frames are kept more than once, and marked as repeated. */
        REPEAT,
        /** Every frame is kept once. */
        FEWER,
        /** The recording is rejected. */
        REJECT
    }

    /** The paper's rule: ten frames at equal intervals (section 2). */
    public static SamplingRule paper() {
        return of(new EqualIntervals(10));
    }

    public SamplingRule {
        requireNonNull(spacing);
        requireNonNull(axis);
        requireNonNull(tooFew);
        checkArgument(
                !(spacing instanceof EverySeconds) || axis != Axis.FRAMES,
                "a frame every given number of seconds cannot be selected by frame count");
    }

    /** A rule that divides time if the frame rate varies; short recordings repeat frames. */
    public static SamplingRule of(Spacing spacing) {
        return new SamplingRule(spacing, Axis.TIME_IF_VARIABLE, TooFew.REPEAT);
    }

    /** Returns a copy with a different axis. */
    public SamplingRule withAxis(Axis other) {
        return new SamplingRule(spacing, other, tooFew);
    }

    public SamplingRule withTooFew(TooFew policy) {
        return new SamplingRule(spacing, axis, policy);
    }

    /** The number of frames requested; empty if it depends on the recording's length. */
    @JsonIgnore
    public OptionalInt count() {
        if (spacing instanceof EqualIntervals equal) {
            return OptionalInt.of(equal.count());
        }
        return spacing instanceof BinCentres centres
                ? OptionalInt.of(centres.count())
                : OptionalInt.empty();
    }

    /**
     * Returns the indices of the kept frames, ascending. If there are fewer frames than requested,
     * indices are repeated, unless the rule is {@link TooFew#FEWER}.
     *
     * @param times presentation times of all frames of the recording
     * @return indices in 0 … N − 1
     */
    public List<Long> indices(FrameTimes times) {
        boolean byTime =
                spacing instanceof EverySeconds
                        || axis == Axis.TIME
                        || (axis == Axis.TIME_IF_VARIABLE && times.isVariable());
        List<Long> indices =
                spacing instanceof EverySeconds every
                        ? everySeconds(every.seconds(), times)
                        : byTime ? byTime(times) : byFrames(times.size());
        return tooFew == TooFew.FEWER ? indices.stream().distinct().toList() : indices;
    }

    private List<Long> byFrames(long frames) {
        int parts = count().orElseThrow();
        long half = spacing instanceof BinCentres ? 1 : 0;
        return LongStream.range(0, parts)
                .mapToObj(i -> Math.multiplyExact(2 * i + half, frames) / (2L * parts))
                .toList();
    }

    private List<Long> byTime(FrameTimes times) {
        int parts = count().orElseThrow();
        double half = spacing instanceof BinCentres ? 0.5 : 0;
        return IntStream.range(0, parts)
                .mapToObj(i -> times.shownAt((i + half) * times.duration() / parts))
                .toList();
    }

    private static List<Long> everySeconds(double seconds, FrameTimes times) {
        int instants = (int) Math.max(1, Math.ceil(times.duration() / seconds - 1e-9));
        return IntStream.range(0, instants).mapToObj(i -> times.shownAt(i * seconds)).toList();
    }
}
