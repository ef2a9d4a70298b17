package dev.fer4j.data.manifest;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a listing into a manifest: samples the frames of every recording to PNG files, checks every
 * still by decoding it, and takes all digests.
 *
 * <p>Frames go to {@code <frames folder>/<source>/<recording id>/<i>.png}, i from 0; a {@code
 * frames.json} beside them, written last, says what they were made from. A recording whose frames
 * are there, made by the same rule from clips of the same size and modification time, is not
 * decoded again. Sample ids are {@code <source>/<recording id>/<i>} for frames and the still's id
 * for stills.
 *
 * <p>Uses one thread for each processor; the manifest does not depend on their number. Two runs
 * must not write to one frames folder at the same time.
 */
public final class Ingestion {

    private final Path framesFolder;
    private final SamplingRule rule;

    /**
     * Into a folder, by a rule.
     *
     * @param framesFolder made if there is none
     */
    public Ingestion(Path framesFolder, SamplingRule rule) {
        this.framesFolder = framesFolder.toAbsolutePath().normalize();
        this.rule = requireNonNull(rule);
    }

    /**
     * Ingests a source.
     *
     * @param progress is told of each recording under the task {@code frames of <source>} and of
     *     each still under {@code images of <source>}, always from the calling thread
     * @return samples in the listing's order, recordings first; quarantined are the listing's
     *     problems and, after them, one for each recording or still that cannot be decoded
     * @throws IOException if frames cannot be written; all threads have stopped then
     * @throws InterruptedIOException if the thread is interrupted; likewise
     */
    public Manifest run(SourceListing listing, ProgressListener progress) throws IOException {
        RecordingFrames frames =
                new RecordingFrames(framesFolder.resolve(listing.source()), rule, listing);
        StillCheck stills = new StillCheck(listing);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.addAll(
                OrderedPool.run(
                        "frames of " + listing.source(),
                        listing.recordings(),
                        frames::extract,
                        progress));
        outcomes.addAll(
                OrderedPool.run(
                        "images of " + listing.source(),
                        listing.stills(),
                        stills::check,
                        progress));
        List<Sample> samples =
                outcomes.stream().flatMap(outcome -> outcome.samples().stream()).toList();
        List<Problem> quarantined = new ArrayList<>(listing.problems());
        outcomes.forEach(outcome -> outcome.problem().ifPresent(quarantined::add));
        return new Manifest(listing.source(), samples, quarantined);
    }
}
