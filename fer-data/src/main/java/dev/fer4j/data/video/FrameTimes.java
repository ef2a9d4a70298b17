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
 */
public record FrameTimes(List<Double> starts, double duration) {

    /** Relative deviation of an interval from the median above which the rate is variable. */
    private static final double TOLERANCE = 0.25;

    /** A tolerance in seconds, since time stamps are rounded to clock ticks. */
    private static final double ROUNDING = 1e-6;

    public FrameTimes {
        // A copy by copyOf would box each number, of which there may be millions.
        ImmutableDoubleArray.Builder copy = ImmutableDoubleArray.builder(starts.size());
        starts.forEach(copy::add);
        starts = copy.build().asList();
        checkArgument(!starts.isEmpty(), "a recording of 0 frames");
        for (int i = 1; i < starts.size(); i++) {
            checkArgument(
                    starts.get(i) >= starts.get(i - 1), "frame %s is shown before %s", i, i - 1);
        }
        checkArgument(
                duration >= starts.get(starts.size() - 1), "duration %s ends too soon", duration);
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

    /** The index of the frame that is shown longest, the first of them if there are several. */
    public int longestShown() {
        int longest = 0;
        for (int i = 1; i < size(); i++) {
            if (secondsShown(i) > secondsShown(longest)) {
                longest = i;
            }
        }
        return longest;
    }

    /** How long a frame is shown, in seconds. */
    public double secondsShown(int frame) {
        return (frame + 1 < size() ? starts.get(frame + 1) : duration) - starts.get(frame);
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
