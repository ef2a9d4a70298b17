package dev.fer4j.synthesis.recipe;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Images generated elsewhere, such as by the web service of the paper, in a folder that a {@link
 * DataSource#synthetic} lists. Those made from frames of non-training recordings are not used.
 *
 * @param source lists the images with their parents
 */
public record ExternalImages(DataSource source) implements SyntheticGenerator {

    public ExternalImages {
        requireNonNull(source);
    }

    @Override
    public Manifest generate(TrainingFrames frames, ProgressListener listener) throws IOException {
        SourceListing listing = source.list();
        Set<String> training =
                frames.frames().stream().map(Sample::recording).collect(Collectors.toSet());
        List<Sample> samples = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(listing.problems());
        long done = 0;
        for (Still still : listing.stills()) {
            if (still.origin() instanceof Origin.Synthetic synthetic
                    && training.contains(synthetic.parentRecording())) {
                samples.add(still.toSample(listing.source(), Sha256.of(still.file())));
            } else {
                problems.add(
                        new Problem(
                                Problem.Kind.UNUSED,
                                still.id(),
                                "was made from a recording that is not in training",
                                "make images from training recordings only"));
            }
            done++;
            listener.update(new Progress("images of " + source, done, listing.stills().size(), ""));
        }
        return new Manifest(listing.source(), samples, problems);
    }
}
