package dev.fer4j.examples.study;

import static java.util.stream.Collectors.toSet;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.ManifestSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.train.loader.ImageStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The images of a study or of a training of its own, on disk.
 *
 * @param manifests the images of each source, the evaluation source's first
 */
record StudyData(List<Manifest> manifests) {

    StudyData {
        manifests = List.copyOf(manifests);
    }

    /**
     * Looks into the sources, checks the plan against what they hold, then samples frames and
     * checks stills, and removes decoded images that no manifest lists any more. Writes {@code
     * frames} and {@code manifest}.
     *
     * @param messages told what was found
     * @throws dev.fer4j.core.PlanException if the plan cannot work, before anything is decoded
     */
    static StudyData gather(
            StudySettings settings,
            StudySources sources,
            Consumer<String> messages,
            ProgressListener listener)
            throws IOException {
        List<SourceListing> listings = new ArrayList<>();
        for (DataSource source : sources.all()) {
            SourceListing listing = source.list();
            listings.add(listing);
            messages.accept(found(listing));
        }
        PlanCheck.check(settings, listings);
        PlanCheck.rights(listings)
                .problems()
                .forEach(problem -> messages.accept("Note: " + problem.message()));
        StudyData data = new StudyData(ingest(settings, listings, listener));
        data.requireUnchanged(sources);
        int removed = ImageStore.retain(settings.decodedImages(), data.imageDigests());
        if (removed > 0) {
            messages.accept("Removed " + removed + " decoded images that no manifest lists");
        }
        return data;
    }

    private static String found(SourceListing listing) {
        return "Found in "
                + listing.source()
                + ": "
                + listing.recordings().size()
                + " recordings, "
                + listing.stills().size()
                + " stills, "
                + listing.problems().size()
                + " problems";
    }

    private static List<Manifest> ingest(
            StudySettings settings, List<SourceListing> listings, ProgressListener listener)
            throws IOException {
        Path frames = settings.out().resolve("frames");
        DataSettings data = settings.data();
        Ingestion ingestion =
                new Ingestion(frames, data.sampling())
                        .withFormat(data.frames())
                        .withProblemLimit(data.problemLimit());
        List<Manifest> manifests = new ArrayList<>();
        for (SourceListing listing : listings) {
            Manifest manifest = ingestion.run(listing, listener);
            boolean recorded = !listing.recordings().isEmpty();
            ManifestFile.write(
                    settings.out().resolve("manifest").resolve(listing.source() + ".jsonl"),
                    manifest,
                    recorded ? frames : listing.folder());
            manifests.add(manifest);
        }
        return manifests;
    }

    /** Images that a manifest names must be those that it was made of. */
    private void requireUnchanged(StudySources sources) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < manifests.size(); i++) {
            if (sources.all().get(i) instanceof ManifestSource source) {
                problems.addAll(source.changes(manifests.get(i)));
            }
        }
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
    }

    /** Digests of all image files. Pictures of people who were erased must not outlive them. */
    private Set<String> imageDigests() {
        return manifests.stream()
                .flatMap(manifest -> manifest.samples().stream())
                .map(Sample::sha256)
                .collect(toSet());
    }

    /** A digest of every image and its metadata, independent of where the files are. */
    String digest() {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Manifest manifest : manifests) {
            for (Sample sample : manifest.samples()) {
                String text =
                        String.join(
                                "\t",
                                sample.id(),
                                sample.label().name(),
                                sample.participant(),
                                sample.recording(),
                                sample.category().toString(),
                                sample.origin().toString(),
                                sample.sha256());
                hasher.putString(text + "\n", StandardCharsets.UTF_8);
            }
        }
        return hasher.hash().toString();
    }
}
