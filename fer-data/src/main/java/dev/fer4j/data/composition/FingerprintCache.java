package dev.fer4j.data.composition;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.parallel.OrderedPool;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An in-memory cache of fingerprints by the SHA-256 of their files, so that several compositions of
 * the same images decode each image once. It needs about 1.3 KB per image. All methods may be
 * called from several threads.
 */
public final class FingerprintCache {

    private static final String TASK = "image fingerprints";

    private final Map<String, ImageFingerprint> fingerprints = new ConcurrentHashMap<>();
    private final ProgressListener progress;

    /** Creates an empty cache. */
    public FingerprintCache() {
        this(ProgressListener.none());
    }

    /**
     * Creates an empty cache that reports its progress.
     *
     * @param progress notified after each image, from the composing thread
     */
    public FingerprintCache(ProgressListener progress) {
        this.progress = requireNonNull(progress);
    }

    /**
     * Reads the images that are not yet in the cache, with one thread per processor.
     *
     * @throws InputException if a file is not an image, or does not match its manifest's digest; if
     *     there are several, for the first in the samples' order
     * @throws InterruptedIOException if the calling thread is interrupted
     * @throws IOException if a file cannot be opened
     */
    void addAll(Collection<Sample> samples) throws IOException {
        Map<String, Sample> missing = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (!fingerprints.containsKey(sample.sha256())) {
                missing.putIfAbsent(sample.sha256(), sample);
            }
        }
        // Each fingerprint is stored immediately, so that after a failure it is not computed again.
        OrderedPool.run(
                TASK,
                List.copyOf(missing.values()),
                sample -> {
                    add(sample.sha256(), read(sample));
                    return sample;
                },
                sample -> "",
                progress);
    }

    /** Returns the fingerprint of the file with the given SHA-256, if present. */
    Optional<ImageFingerprint> find(String sha256) {
        return Optional.ofNullable(fingerprints.get(sha256));
    }

    /** Adds a fingerprint without reading a file. */
    void add(String sha256, ImageFingerprint fingerprint) {
        fingerprints.put(sha256, fingerprint);
    }

    private static ImageFingerprint read(Sample sample) throws IOException {
        if (!Sha256.of(sample.file()).equals(sample.sha256())) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    sample.file(),
                    "differs from the digest in the manifest of " + sample.source() + " says",
                    "ingest the source again");
        }
        return ImageFingerprint.of(sample.file());
    }
}
