package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;

/**
 * When each frame of a recording is shown, over all its clips one after the other.
 *
 * @param starts seconds since the first frame, ascending; at least one
 * @param duration seconds until the last frame ends
 * @param damagedPackets packets that could not be decoded, so that their frames are missing; 0
 *     where the times were read off packets, since then everything is decoded if one is met
 */
public record FrameTimes(List<Double> starts, double duration, long damagedPackets) {

    /** How far an interval may be from the median one before the frame rate counts as variable. */
    private static final double TOLERANCE = 0.25;

    /** Time stamps are rounded to their clock's ticks. */
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

    /** Of clips without damage. */
    public FrameTimes(List<Double> starts, double duration) {
        this(starts, duration, 0);
    }

    /** Frames at a constant rate a second. */
    public static FrameTimes constant(long frames, double rate) {
        ImmutableDoubleArray.Builder starts = ImmutableDoubleArray.builder();
        for (long i = 0; i < frames; i++) {
            starts.add(i / rate);
        }
        return new FrameTimes(starts.build().asList(), frames / rate);
    }

    /** How many frames there are. */
    public int size() {
        return starts.size();
    }

    /** Whether an interval between two frames differs from the median one by a quarter of it. */
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

    /** The frame that is shown at an instant: the last one that has begun. */
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
