package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;

/**
 * The presentation times of a recording's frames, over all its clips in sequence.
 *
 * @param starts presentation times in seconds since the first frame, ascending; at least one
 * @param duration time in seconds until the end of the last frame
 * @param damagedPackets number of packets that could not be decoded, so that their frames are
 *     missing; 0 if the times were read from packets, since the first damaged packet then causes
 *     everything to be decoded
 */
public record FrameTimes(List<Double> starts, double duration, long damagedPackets) {

    /** Relative deviation of an interval from the median above which the rate is variable. */
    private static final double TOLERANCE = 0.25;

    /** A tolerance in seconds, since time stamps are rounded to clock ticks. */
    private static final double ROUNDING = 1e-6;

    public FrameTimes {
        starts = ImmutableDoubleArray.copyOf(starts).asList();
        checkArgument(!starts.isEmpty(), "a recording of 0 frames");
        for (int i = 1; i < starts.size(); i++) {
            checkArgument(
                    starts.get(i) >= starts.get(i - 1), "frame %s is shown before %s", i, i - 1);
        }
        checkArgument(
                duration >= starts.get(starts.size() - 1), "duration %s ends too soon", duration);
    }

    /** Creates the times of undamaged clips. */
    public FrameTimes(List<Double> starts, double duration) {
        this(starts, duration, 0);
    }

    /** Returns the times of frames at a constant rate in frames per second. */
    public static FrameTimes constant(long frames, double rate) {
        ImmutableDoubleArray.Builder starts = ImmutableDoubleArray.builder();
        for (long i = 0; i < frames; i++) {
            starts.add(i / rate);
        }
        return new FrameTimes(starts.build().asList(), frames / rate);
    }

    /** The number of frames. */
    public int size() {
        return starts.size();
    }

    /** Whether an interval between frames deviates from the median by more than a quarter. */
    public boolean isVariable() {
        if (size() < 3) {
            return false;
        }
        double[] gaps = new double[size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = starts.get(i + 1) - starts.get(i);
        }
        Arrays.sort(gaps);
        double median = gaps[gaps.length / 2];
        return gaps[0] < median * (1 - TOLERANCE)
                || gaps[gaps.length - 1] > median * (1 + TOLERANCE);
    }

    /** Returns the frame shown at an instant: the last one that has started. */
    public long shownAt(double seconds) {
        int low = 0;
        int high = size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (starts.get(middle) <= seconds + ROUNDING) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
