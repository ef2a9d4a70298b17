package dev.fer4j.study.gather;

import static java.util.stream.Collectors.toSet;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.composition.FingerprintCache;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.ManifestSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.study.settings.DataSettings;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.train.loader.ImageStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The images of a study or of a single training, on disk.
 *
 * @param settings settings of the study
 * @param sources sources of the images
 * @param manifests the images of each source, the evaluation source first
 * @param gate checks for leaks between splits
 */
public record StudyData(
        StudySettings settings, StudySources sources, List<Manifest> manifests, LeakageGate gate) {

    public StudyData {
        manifests = List.copyOf(manifests);
    }

    /**
     * Lists the sources, checks the plan against their contents, then samples frames and checks
     * stills, and removes decoded images that are no longer in any manifest. Writes {@code frames}
     * and {@code manifest}.
     *
     * @param listener receives a summary of each source
     * @param conditions finds problems of the conditions, given the sources' names
     * @throws PlanException if the plan is invalid, before anything is decoded
     */
    public static StudyData gather(
            StudySettings settings,
            StudySources sources,
            StudyListener listener,
            Function<List<String>, List<Problem>> conditions)
            throws IOException {
        List<SourceListing> listings = new ArrayList<>();
        for (DataSource source : sources.all()) {
            SourceListing listing = source.list();
            listings.add(listing);
            listener.message(found(listing));
        }
        List<String> names = listings.stream().map(SourceListing::source).toList();
        List<Problem> misnamed = PlanCheck.names(listings);
        if (!misnamed.isEmpty()) {
            throw new PlanException(misnamed);
        }
        PlanCheck.check(settings, listings, conditions.apply(names));
        PlanCheck.rights(listings)
                .problems()
                .forEach(problem -> listener.message("Note: " + problem.message()));
        PlanCheck.similarPeople(listings)
                .ifPresent(problem -> listener.message("Note: " + problem.message()));
        List<Manifest> manifests = ingest(settings, listings, listener);
        requireUnchanged(sources, manifests);
        int removed =
                ImageStore.retain(
                        StudyFolders.decodedImages(settings.folder()), imageDigests(manifests));
        if (removed > 0) {
            listener.message("Removed " + removed + " decoded images that no manifest lists");
        }
        return new StudyData(
                settings,
                sources.description().isBlank()
                        ? sources.withDescription("Sources: " + String.join(", ", names) + ".")
                        : sources,
                manifests,
                // A single cache, since conditions share most of their images.
                new LeakageGate(
                        Optional.of(new FingerprintCache(listener)),
                        settings.data().allowedLeaks(),
                        settings.data().strictPeople()));
    }

    /** The manifest files, in the same order. */
    public List<Path> manifestFiles() {
        return names().stream().map(name -> manifestFile(settings, name)).toList();
    }

    private static Path manifestFile(StudySettings settings, String source) {
        return settings.folder().resolve("manifest").resolve(source + ".jsonl");
    }

    /** The names of the sources, the evaluation source first. */
    public List<String> names() {
        return manifests.stream().map(Manifest::source).toList();
    }

    private static String found(SourceListing listing) {
        return "Found in %s: %s recordings, %s stills, %s problems"
                .formatted(
                        listing.source(),
                        listing.recordings().size(),
                        listing.stills().size(),
                        listing.problems().size());
    }

    private static List<Manifest> ingest(
            StudySettings settings, List<SourceListing> listings, StudyListener listener)
            throws IOException {
        Path frames = settings.folder().resolve(StudyFolders.FRAMES);
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
                    manifestFile(settings, listing.source()),
                    manifest,
                    recorded ? frames : listing.folder());
            manifests.add(manifest);
        }
        return manifests;
    }

    /** Requires that the images of a manifest still have their digests. */
    private static void requireUnchanged(StudySources sources, List<Manifest> manifests)
            throws IOException {
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

    /**
     * Returns the digests of all image files, by which cached images of erased people are found and
     * removed.
     */
    private static Set<String> imageDigests(List<Manifest> manifests) {
        return manifests.stream()
                .flatMap(manifest -> manifest.samples().stream())
                .map(Sample::sha256)
                .collect(toSet());
    }

    /**
     * Returns a digest of every image and its metadata, independent of the location of the files.
     */
    public String digest() {
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
                                sample.demographics().toString(),
                                sample.groups().values().toString(),
                                sample.sha256());
                hasher.putString(text + "\n", StandardCharsets.UTF_8);
            }
        }
        return hasher.hash().toString();
    }
}
