package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** Where an image came from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Origin.VideoFrame.class, name = "video-frame"),
    @JsonSubTypes.Type(value = Origin.StillImage.class, name = "still-image"),
    @JsonSubTypes.Type(value = Origin.Synthetic.class, name = "synthetic")
})
public sealed interface Origin {

    /**
     * A frame of a recording.
     *
     * @param clip the video file, relative to its source's folder
     * @param frameIndex index of the decoded frame in the recording, from 0, in presentation order
     *     over all its clips
     * @param seconds its presentation time from the start of its clip
     * @param repeated whether the same frame occurs in the manifest more than once, because the
     *     recording has fewer frames than requested
     */
    record VideoFrame(String clip, long frameIndex, double seconds, boolean repeated)
            implements Origin {
        public VideoFrame {
            requireNonNull(clip);
            checkArgument(frameIndex >= 0, "frame index %s is negative", frameIndex);
        }
    }

    /**
     * An image that was given as a file, such as a screenshot.
     *
     * @param location its address or file name, as given by its source
     */
    record StillImage(String location) implements Origin {
        public StillImage {
            requireNonNull(location);
        }
    }

    /**
     * An image that a generator made from a real one. It belongs to the split of its parent.
     *
     * @param parentRecording the recording whose frame it was made from
     * @param parentFrame index, from 0, of the decoded frame that it was made from; empty if the
     *     generator did not record it
     * @param generator what made it, for example {@code photo-service} or {@code stylegan2}
     * @param seed the generator's seed
     */
    record Synthetic(
            String parentRecording, Optional<Long> parentFrame, String generator, long seed)
            implements Origin {
        public Synthetic {
            requireNonNull(parentFrame);
            checkArgument(
                    !parentRecording.isBlank(), "a synthetic image needs its parent recording");
            checkArgument(!generator.isBlank(), "a synthetic image needs its generator's name");
        }
    }
}
