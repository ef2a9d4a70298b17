package dev.fer4j.data.manifest;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.parallel.OrderedPool;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Turns a listing into a manifest: samples the frames of every recording to image files, checks
 * every still by decoding it, and computes all digests. Immutable.
 *
 * <p>Frames are written to {@code <frames folder>/<source>/images/}, each to a file named by the
 * SHA-256 of its bytes. The record {@code <frames folder>/<source>/recordings/<recording id>.json},
 * written after a recording's last frame, lists its frames and what they were made from. A
 * recording whose frames already exist, made by the same rule in the same format from clips of the
 * same size and modification time, is not decoded again, so that an interrupted run resumes where
 * it stopped. At the end, images without a record are removed. Sample ids are {@code
 * <source>/<recording id>/<i>} for frames, with i from 0, and the still's id for stills.
 *
 * <p>Uses one thread per processor; the manifest does not depend on the number of threads. Two runs
 * must not use the same frames folder at the same time.
 */
public final class Ingestion {

    /** Half of the items found. */
    private static final double DEFAULT_PROBLEM_LIMIT = 0.5;

    private final Path framesFolder;
    private final SamplingRule rule;
    private final ImageFormat format;
    private final double problemLimit;

    /**
     * Creates an ingestion that writes frames as PNG files of their own size and tolerates that up
     * to half of the items found are unusable.
     *
     * @param framesFolder created if necessary; otherwise empty, or a folder of earlier frames
     */
    public Ingestion(Path framesFolder, SamplingRule rule) {
        this(
                framesFolder.toAbsolutePath().normalize(),
                requireNonNull(rule),
                ImageFormat.PNG,
                DEFAULT_PROBLEM_LIMIT);
    }

    private Ingestion(
            Path framesFolder, SamplingRule rule, ImageFormat format, double problemLimit) {
        this.framesFolder = framesFolder;
        this.rule = rule;
        this.format = format;
        this.problemLimit = problemLimit;
    }

    public Ingestion withFormat(ImageFormat frameFormat) {
        return new Ingestion(framesFolder, rule, requireNonNull(frameFormat), problemLimit);
    }

    /**
     * Returns a copy with a different tolerated share of unusable items. Items are the recordings
     * and stills, and the listing's problems of a kind by which an item is lost, which excludes
     * {@link Problem.Kind#UNUSED} and {@link Problem.Kind#CONTRADICTION}.
     *
     * @param share from 0 (all items must be usable) to 1 (any share is tolerated)
     */
    public Ingestion withProblemLimit(double share) {
        checkArgument(
                share >= 0 && share <= 1, "a share of problems of %s is not in [0, 1]", share);
        return new Ingestion(framesFolder, rule, format, share);
    }

    /**
     * Ingests a source.
     *
     * @param progress is notified of each recording under the task {@code frames of <source>} and
     *     of each still under {@code images of <source>}, always from the calling thread
     * @return samples in the listing's order, recordings first; quarantined are the listing's
     *     problems, followed by one for each recording or still that cannot be decoded or has
     *     damage, one for each set of stills that are the same file with two labels or people, all
     *     of which are used, and the notes on recordings that are used ({@link Problem.Kind#NOTE})
     * @throws InputException if more than the tolerated share of items is unusable; completed
     *     frames are kept, so that a second run with a higher limit makes only the rest
     * @throws dev.fer4j.core.OutputException if the frames folder has files of others, or serves
     *     another purpose
     * @throws IOException if frames cannot be written; all threads have stopped by then
     * @throws InterruptedIOException if the thread is interrupted; likewise
     */
    public Manifest run(SourceListing listing, ProgressListener progress) throws IOException {
        FrameStore store = new FrameStore(openFrames(), listing.source());
        RecordingFrames frames = new RecordingFrames(store, rule, format, listing);
        StillCheck stills = new StillCheck(listing);
        List<IngestionOutcome> outcomes = new ArrayList<>();
        outcomes.addAll(
                OrderedPool.run(
                        "frames of " + listing.source(),
                        listing.recordings(),
                        frames::extract,
                        IngestionOutcome::note,
                        progress));
        outcomes.addAll(
                OrderedPool.run(
                        "images of " + listing.source(),
                        listing.stills(),
                        stills::check,
                        IngestionOutcome::note,
                        progress));
        List<Sample> samples =
                outcomes.stream().flatMap(outcome -> outcome.samples().stream()).toList();
        List<Problem> quarantined = new ArrayList<>(listing.problems());
        outcomes.forEach(outcome -> quarantined.addAll(outcome.problems()));
        quarantined.addAll(SharedStills.problems(samples, listing.folder()));
        // Notes would hide what is lost if they stood between.
        quarantined.sort(Comparator.comparing(problem -> problem.kind() == Problem.Kind.NOTE));
        store.prune();
        checkLimit(listing, quarantined);
        return new Manifest(listing.source(), samples, quarantined);
    }

    private OwnedFolder openFrames() throws IOException {
        try {
            return OwnedFolder.mark(framesFolder, OwnedFolder.Content.FRAMES);
        } catch (ClosedByInterruptException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    /**
     * Removes a folder of frames with all its frames and records. Other files in it are kept, and
     * then the folder too. Does nothing if it is not a folder of frames.
     *
     * @return the files that are kept
     */
    public static List<Path> removeFrames(Path framesFolder) throws IOException {
        if (!OwnedFolder.isMarked(framesFolder, OwnedFolder.Content.FRAMES)) {
            return List.of();
        }
        return OwnedFolder.mark(framesFolder, OwnedFolder.Content.FRAMES)
                .deleteAll(FrameStore::isFrameOrRecord);
    }

    private void checkLimit(SourceListing listing, List<Problem> quarantined) {
        List<Problem> problems = quarantined.stream().filter(Ingestion::isLost).toList();
        long unlisted = listing.problems().stream().filter(Ingestion::isLost).count();
        long found = listing.recordings().size() + listing.stills().size() + unlisted;
        if (problems.size() > problemLimit * found) {
            throw new InputException(
                    Problem.Kind.TOO_MANY_PROBLEMS,
                    "source " + listing.source() + " in " + listing.folder(),
                    String.format(
                            Locale.ROOT,
                            "%d of %d items found cannot be used, and at most %.0f %% may"
                                    + " be unusable; the first: %s",
                            problems.size(),
                            found,
                            100 * problemLimit,
                            problems.get(0).message()),
                    "correct them, or raise the limit of problems");
        }
    }

    private static boolean isLost(Problem problem) {
        return problem.kind() != Problem.Kind.UNUSED && !problem.kind().isUsed();
    }
}
