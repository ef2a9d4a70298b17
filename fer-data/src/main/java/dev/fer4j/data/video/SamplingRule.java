package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalInt;

/**
 * A rule that determines which frames of a recording are kept. It is based on the frames actually
 * decoded from its clips in sequence, never on the number given in a header.
 *
 * @param spacing the positions of the kept frames
 * @param axis whether frames or time are divided
 * @param tooFew how to treat recordings with fewer frames than requested
 */
public record SamplingRule(Spacing spacing, Axis axis, TooFew tooFew) {

    /** The largest number of frames that a rule may request. */
    public static final int MOST_FRAMES = 1_000_000;

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
     * @param count number of parts, 1 to {@value #MOST_FRAMES}
     */
    public record EqualIntervals(int count) implements Spacing {
        public EqualIntervals {
            checkCount(count);
        }
    }

    /**
     * The middle frame of each of a number of equal parts: frame floor((i + ½) · N / count) of N.
     *
     * @param count number of parts, 1 to {@value #MOST_FRAMES}
     */
    public record BinCentres(int count) implements Spacing {
        public BinCentres {
            checkCount(count);
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
        return new FrameChoice(this, times).indices();
    }

    private static void checkCount(int count) {
        checkArgument(
                count >= 1 && count <= MOST_FRAMES,
                "a sampling rule of %s frames; expected 1 to %s",
                count,
                MOST_FRAMES);
    }
}
