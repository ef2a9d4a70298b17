package dev.fer4j.data.composition;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fingerprints in memory by the SHA-256 of their files, so that several compositions of the same
 * images decode each of them once. About 1.3 KB an image. All methods may be called from several
 * threads.
 */
public final class FingerprintCache {

    private static final String TASK = "image fingerprints";

    private final Map<String, ImageFingerprint> fingerprints = new ConcurrentHashMap<>();
    private final ProgressListener progress;

    /** An empty cache. */
    public FingerprintCache() {
        this(ProgressListener.none());
    }

    /**
     * An empty cache that says how far it is.
     *
     * @param progress told after each image, from the thread that composes
     */
    public FingerprintCache(ProgressListener progress) {
        this.progress = requireNonNull(progress);
    }

    /**
     * Reads the images that are not in it yet, with one thread for each processor.
     *
     * @throws InputException if a file is no image, or has other bytes than its manifest says; of
     *     several, the first in the samples' order
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
        if (missing.isEmpty()) {
            return;
        }
        int threads = Math.min(missing.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            collect(missing, pool);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException(TASK + ": interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            pool.shutdownNow();
        }
    }

    /** The fingerprint of the file with that SHA-256, if it was added. */
    Optional<ImageFingerprint> find(String sha256) {
        return Optional.ofNullable(fingerprints.get(sha256));
    }

    /** Puts a fingerprint in, without a file. */
    void add(String sha256, ImageFingerprint fingerprint) {
        fingerprints.put(sha256, fingerprint);
    }

    private void collect(Map<String, Sample> missing, ExecutorService pool)
            throws IOException, InterruptedException {
        Map<String, Future<ImageFingerprint>> results = new LinkedHashMap<>();
        missing.forEach((sha256, sample) -> results.put(sha256, pool.submit(() -> read(sample))));
        int done = 0;
        for (Map.Entry<String, Future<ImageFingerprint>> result : results.entrySet()) {
            add(result.getKey(), get(result.getValue()));
            done++;
            progress.update(new Progress(TASK, done, results.size(), ""));
        }
    }

    private static ImageFingerprint read(Sample sample) throws IOException {
        if (!Sha256.of(sample.file()).equals(sample.sha256())) {
            throw new InputException(
                    new Problem(
                            Problem.Kind.UNREADABLE,
                            sample.file().toString(),
                            "has other bytes than the manifest of " + sample.source() + " says",
                            "ingest the source again"));
        }
        return ImageFingerprint.of(sample.file());
    }

    private static ImageFingerprint get(Future<ImageFingerprint> result)
            throws IOException, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }
}
