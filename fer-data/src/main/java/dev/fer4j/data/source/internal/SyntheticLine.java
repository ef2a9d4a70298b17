package dev.fer4j.data.source.internal;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A line of {@code synthetic.jsonl}.
 *
 * @param file the image, relative to the folder
 * @param parentRecording the id of the recording that the image was made from
 * @param parentFrame index, from 0, of the decoded frame that the image was made from
 * @param generator the generator of the image
 * @param seed the generator's seed
 */
public record SyntheticLine(
        String file,
        String parentRecording,
        Optional<Long> parentFrame,
        String generator,
        long seed) {

    public SyntheticLine {
        requireNonNull(file, "file is missing");
        requireNonNull(parentRecording, "parentRecording is missing");
        requireNonNull(generator, "generator is missing");
        requireNonNull(parentFrame);
        checkArgument(!generator.isBlank(), "generator is blank");
        parentFrame.ifPresent(frame -> checkArgument(frame >= 0, "parentFrame is negative"));
    }
}
