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
 * Which frames of a recording are kept. Frames are those that decoding its clips one after the
 * other really yields; what a header says of their number is never used.
 *
 * @param spacing where they lie
 * @param axis what is divided: the frames or the time
 * @param tooFew what is done with a recording that has fewer frames than are asked for
 */
public record SamplingRule(Spacing spacing, Axis axis, TooFew tooFew) {

    /** Where the kept frames of a recording lie. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = EqualIntervals.class, name = "equal-intervals"),
        @JsonSubTypes.Type(value = BinCentres.class, name = "bin-centres"),
        @JsonSubTypes.Type(value = EverySeconds.class, name = "every-seconds")
    })
    public sealed interface Spacing {}

    /**
     * The first frame of each of a number of equal parts: frame floor(i · N / count) of N (paper,
     * section 2: "equal intervals"; which frame of an interval it takes, the paper does not say).
     *
     * @param count at least 1
     */
    public record EqualIntervals(int count) implements Spacing {
        public EqualIntervals {
            checkArgument(count >= 1, "a sampling rule of %s frames", count);
        }
    }

    /**
     * The middle frame of each of a number of equal parts: frame floor((i + ½) · N / count) of N.
     *
     * @param count at least 1
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
        /** The time: the frame that is shown at an instant is taken. */
        TIME,
        /** The time if the frame rate varies, else the number of frames. */
        TIME_IF_VARIABLE
    }

    /** What is done with a recording that has fewer frames than are requested. */
    public enum TooFew {
        /** Frames are kept more than once, and marked so. */
        REPEAT,
        /** Every frame is kept once. */
        FEWER,
        /** The recording is refused. */
        REJECT
    }

    /** The paper's: ten frames at equal intervals (section 2). */
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

    /** By time where the frame rate varies; short recordings repeat frames. */
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

    /** How many frames are requested; empty where that depends on the recording's length. */
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
     * The kept frames of a recording, ascending. With fewer frames than requested, indices repeat,
     * unless short recordings keep {@link TooFew#FEWER}.
     *
     * @param times of all its frames
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
