package dev.fer4j.examples.study;

import static java.util.stream.Collectors.toSet;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The study's images on disk.
 *
 * @param listings what each source holds
 * @param manifests the images of each source, in the same order
 */
record StudyData(List<SourceListing> listings, List<Manifest> manifests) {

    StudyData {
        listings = List.copyOf(listings);
        manifests = List.copyOf(manifests);
    }

    /** Looks into the folders, without decoding anything. */
    static List<SourceListing> list(StudySources sources) throws IOException {
        List<SourceListing> listings = new ArrayList<>();
        listings.add(sources.baseline().list());
        for (Optional<DataSource> added : List.of(sources.youtube(), sources.synthetic())) {
            if (added.isPresent()) {
                listings.add(added.get().list());
            }
        }
        return listings;
    }

    /** Samples frames, checks stills, and writes {@code frames} and {@code manifest}. */
    static StudyData prepare(
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
        return new StudyData(listings, manifests);
    }

    /** Digests of all image files. */
    Set<String> imageDigests() {
        return manifests.stream()
                .flatMap(manifest -> manifest.samples().stream())
                .map(Sample::sha256)
                .collect(toSet());
    }

    /** A digest of every image and all that is said of it, wherever the files lie. */
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
