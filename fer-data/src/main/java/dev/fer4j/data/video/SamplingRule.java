package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which frames of a recording are kept.
 *
 * @param count how many, at least 1
 * @param spacing where they lie
 */
public record SamplingRule(int count, Spacing spacing) {

    /** Where the kept frames of a recording lie. */
    public enum Spacing {
        /**
         * Frame floor(i · N / count), i = 0 … count − 1, of the N frames that decoding a
         * recording's clips one after the other really yields (paper, section 2: "equal
         * intervals"). The paper does not say which frame of an interval it takes; this is the
         * first.
         */
        EQUAL_INTERVALS
    }

    /** The paper's: ten frames at equal intervals (section 2). */
    public static final SamplingRule PAPER = new SamplingRule(10, Spacing.EQUAL_INTERVALS);

    /** Checks the count. */
    public SamplingRule {
        checkArgument(count >= 1, "a sampling rule of %s frames", count);
        requireNonNull(spacing);
    }

    /**
     * The kept frames of a recording, ascending. With fewer than {@code count} frames, indices
     * repeat.
     *
     * @param frames N, how many frames the recording has, at least 1
     * @return {@code count} indices in 0 … N − 1
     */
    public List<Long> indices(long frames) {
        checkArgument(frames >= 1, "a recording of %s frames", frames);
        return switch (spacing) {
            case EQUAL_INTERVALS ->
                    LongStream.range(0, count)
                            .mapToObj(i -> Math.multiplyExact(i, frames) / count)
                            .toList();
        };
    }
}
