package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.RgbImage;
import java.nio.file.Path;

/**
 * A frame kept by a sampling rule.
 *
 * @param frameIndex index of the decoded frame in the recording, from 0, counted over all its clips
 * @param clip the file that contains it
 * @param seconds its presentation time since the first frame of its clip
 * @param repeated whether this frame is kept more than once, because the recording has fewer frames
 *     than the rule requests
 * @param image its pixels, upright and square
 */
public record SampledFrame(
        long frameIndex, Path clip, double seconds, boolean repeated, RgbImage image) {

    public SampledFrame {
        checkArgument(frameIndex >= 0, "frame index %s is negative", frameIndex);
        requireNonNull(clip);
        requireNonNull(image);
    }
}
