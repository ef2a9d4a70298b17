package dev.fer4j.data.source;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.FolderBounds;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.internal.CsvManifest;
import dev.fer4j.data.source.internal.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A manifest of this library, as JSON lines or (with the extension {@code .csv}) CSV, used as a
 * source of stills: each sample becomes a still with the same id, label, person, origin,
 * demographics, rights and groups; the source has the manifest's source name. Immutable.
 *
 * <p>Images must lie in the manifest's folder: for JSON lines the one named in its header, for CSV
 * that of the file, unless {@link #withFolder} sets another. Images outside, even through a
 * symbolic link, are reported as problems and not listed. Digests are not compared here, since
 * listing does not read images; use {@link #changes} to compare those of the ingested manifest with
 * the recorded ones.
 */
public final class ManifestSource implements DataSource {

    /** Placeholder for digests that a CSV does not record, since listing does not read images. */
    private static final String NO_DIGEST = "0".repeat(64);

    private final Path file;
    private final Optional<Path> folder;

    ManifestSource(Path file) {
        this(file.toAbsolutePath().normalize(), Optional.empty());
    }

    private ManifestSource(Path file, Optional<Path> folder) {
        this.file = file;
        this.folder = folder;
    }

    /** Returns a copy with the folder that must contain all images. Paths resolve as before. */
    public ManifestSource withFolder(Path images) {
        return new ManifestSource(file, Optional.of(images.toAbsolutePath().normalize()));
    }

    /**
     * Lists the samples in the manifest's order. Problems are those quarantined in the manifest,
     * followed by one for each sample whose image is missing or lies outside the folder.
     *
     * @throws InputException if the manifest is missing or cannot be read, a recording in it has
     *     two labels or participants, or its source name is not valid as a folder name
     */
    @Override
    public SourceListing list() throws IOException {
        Manifest manifest = read(new HashSet<>());
        Path home = home();
        FolderBounds bounds = new FolderBounds(home);
        List<Still> stills = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(manifest.quarantined());
        for (Sample sample : manifest.samples()) {
            Optional<Problem> problem = problem(sample, bounds);
            problem.ifPresentOrElse(problems::add, () -> stills.add(Still.of(sample)));
        }
        try {
            return new SourceListing(manifest.source(), home, List.of(), stills, problems);
        } catch (IllegalArgumentException e) {
            throw new InputException(Kind.UNREADABLE, file, e.getMessage(), "rename the source", e);
        }
    }

    /**
     * Compares digests.
     *
     * @param ingested the manifest that ingestion made from this source
     * @return one problem for each image whose digest differs from the recorded one, in the order
     *     of {@code ingested}; samples that are not in both manifests, or whose digest is not
     *     recorded, are not compared
     */
    public List<Problem> changes(Manifest ingested) throws IOException {
        Map<String, String> recorded = new HashMap<>();
        Set<Path> notRecorded = new HashSet<>();
        for (Sample sample : read(notRecorded).samples()) {
            if (!notRecorded.contains(sample.file())) {
                recorded.put(sample.id(), sample.sha256());
            }
        }
        return ingested.samples().stream()
                .filter(s -> recorded.containsKey(s.id()))
                .filter(s -> !recorded.get(s.id()).equals(s.sha256()))
                .map(
                        s ->
                                new Problem(
                                        Kind.UNREADABLE,
                                        subject(s),
                                        "has the digest %s; expected %s"
                                                .formatted(s.sha256(), recorded.get(s.id())),
                                        "restore the recorded image, or create the manifest again"))
                .toList();
    }

    /** Reads the manifest, and adds the images without recorded digests to the given set. */
    private Manifest read(Set<Path> notRecorded) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    Kind.MISSING,
                    file,
                    "is not a regular file; expected a manifest (.jsonl or .csv)",
                    "give an existing manifest");
        }
        if (isCsv()) {
            return CsvManifest.read(
                    file,
                    image -> {
                        notRecorded.add(image);
                        return NO_DIGEST;
                    });
        }
        // Images that lie elsewhere are reported by list.
        return ManifestFile.read(file, Optional.of(file.getRoot()), problem -> {});
    }

    private Path home() throws IOException {
        if (folder.isPresent()) {
            return folder.get();
        }
        return isCsv() ? file.getParent() : ManifestFile.folder(file);
    }

    private boolean isCsv() {
        return Folders.ending(file).equals("csv");
    }

    private Optional<Problem> problem(Sample sample, FolderBounds bounds) throws IOException {
        Path image = sample.file();
        Optional<String> outside = bounds.problem(image);
        if (outside.isPresent()) {
            return problem(sample, Kind.UNEXPECTED_LAYOUT, outside.get());
        }
        if (!Files.isRegularFile(image)) {
            return Files.exists(image)
                    ? problem(sample, Kind.UNREADABLE, "is not a regular file")
                    : problem(sample, Kind.MISSING, "is not a regular file");
        }
        return Optional.empty();
    }

    private Optional<Problem> problem(Sample sample, Kind kind, String cause) {
        return Optional.of(
                new Problem(
                        kind,
                        subject(sample),
                        "'" + sample.file() + "' " + cause,
                        "correct the manifest or the folder"));
    }

    private String subject(Sample sample) {
        return file.getFileName() + " sample " + sample.id();
    }
}
