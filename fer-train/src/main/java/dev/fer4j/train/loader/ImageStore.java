package dev.fer4j.train.loader;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Lists;
import dev.fer4j.core.InputException;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of decoded images in a folder of memory-mapped files, by the digests of the image files.
 *
 * <p>A store is a set of files that are written atomically and never changed. Missing images are
 * added in a new file: conditions of a study share the others, a killed process loses only the file
 * in progress, several processes may use one folder, and damaged files are deleted and recreated
 * without touching intact ones. The checksum of every image is verified before training begins, and
 * again whenever the image is read.
 *
 * <p>The folder contains images of people: {@link #retain} removes those of an erased person, and
 * the folder may be deleted whenever it is not in use.
 */
public final class ImageStore implements ImageSource {

    private static final Logger LOG = LoggerFactory.getLogger(ImageStore.class);

    /** Limits the work that is lost when the process is killed. */
    private static final long SEGMENT_BYTES = 256L << 20;

    /** A temporary file that is still being written has been modified more recently. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final SegmentFolder segments;
    private final ImageDecoder decoder;
    private final ProgressListener listener;
    private final int segmentImages;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Set<String> checked = new HashSet<>();

    /** Opens a store of stretched images, creating its folder if necessary. */
    public ImageStore(Path folder, int size, ProgressListener listener) {
        this(folder, size, ImageFit.STRETCH, listener);
    }

    /**
     * Opens a store, creating its folder if necessary.
     *
     * @param size height and width of the images; images of other sizes are ignored
     * @param fit how images that are not square become square; images that others made are ignored
     * @param listener receives the progress of decoding
     * @throws OutputException if the folder cannot be created or read
     */
    public ImageStore(Path folder, int size, ImageFit fit, ProgressListener listener) {
        this(
                folder,
                new InputForm(size, fit),
                listener,
                (int) Math.max(1, SEGMENT_BYTES / Math.max(1, new InputForm(size, fit).bytes())));
    }

    ImageStore(Path folder, InputForm form, ProgressListener listener, int segmentImages) {
        checkArgument(
                form.size() >= 1 && form.size() <= 4096, "size %s is not in 1..4096", form.size());
        this.folder = folder;
        this.segments = new SegmentFolder(folder);
        this.decoder = new ImageDecoder(form);
        this.listener = listener;
        this.segmentImages = segmentImages;
        try {
            OwnedFolder.mark(folder, OwnedFolder.Content.DECODED_IMAGES);
            for (SegmentFolder.Entry entry : segments.entries()) {
                if (entry.form().equals(form) && entry.finished()) {
                    openOrDelete(entry.file());
                } else if (!entry.finished() && isAbandoned(entry.file())) {
                    segments.delete(entry.file());
                }
            }
        } catch (IOException e) {
            throw failure(folder, "cannot be opened as a cache of images", e);
        }
    }

    /**
     * Removes images, of every size, that are no longer listed, such as those of an erased person.
     * Files that contain any are rewritten without them, or deleted if the disk is full. Files that
     * are damaged or were left by a killed process are deleted too. A missing folder is not
     * created.
     *
     * <p>The folder must not be in use meanwhile, and open stores must be reopened.
     *
     * @param folder the folder of a store
     * @param digests SHA-256 of the image files whose images are kept
     * @return the number of images removed; an image stored in two sizes counts twice
     * @throws OutputException if the folder cannot be read or files cannot be deleted
     */
    public static int retain(Path folder, Set<String> digests) {
        try {
            return new Retention(new SegmentFolder(folder), digests).apply();
        } catch (ClosedByInterruptException e) {
            throw Workers.cancelled("interrupted while images were removed", e);
        } catch (IOException e) {
            throw failure(folder, "images that are no longer listed cannot be removed", e);
        }
    }

    @Override
    public int size() {
        return form().size();
    }

    @Override
    public ImageFit fit() {
        return form().fit();
    }

    private InputForm form() {
        return decoder.form();
    }

    /** Verifies the samples' images, and decodes those that are missing or damaged. */
    @Override
    public void prepare(Collection<Sample> samples) {
        Map<String, Sample> wanted = new LinkedHashMap<>();
        samples.stream()
                .filter(sample -> !checked.contains(sample.sha256()))
                .forEach(sample -> wanted.putIfAbsent(sample.sha256(), sample));
        try {
            deleteDamaged(wanted.keySet());
            List<Sample> missing =
                    wanted.values().stream()
                            .filter(sample -> !places.containsKey(sample.sha256()))
                            .toList();
            if (!missing.isEmpty()) {
                requireSpace(
                        missing.size() * (long) (form().bytes() + Segment.ENTRY),
                        Files.getFileStore(folder).getUsableSpace());
                build(missing);
            }
        } catch (ClosedByInterruptException e) {
            throw Workers.cancelled("interrupted while images were written", e);
        } catch (IOException e) {
            throw failure(folder, "images cannot be written", e);
        }
        checked.addAll(wanted.keySet());
    }

    @Override
    public RgbImage get(Sample sample) {
        Place place = places.get(sample.sha256());
        if (place == null) {
            throw new IllegalStateException("sample " + sample.id() + " was not prepared");
        }
        try {
            return place.segment().image(place.number());
        } catch (Segment.DamagedException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    place.segment().file(),
                    "was changed while it was in use; it holds the image of " + sample.file(),
                    "start again: the file is then recreated",
                    e);
        }
    }

    void requireSpace(long needed, long usable) {
        if (usable < needed) {
            throw new OutputException(
                    ("%s: %s MiB are needed for decoded images and %s MiB are "
                                    + "free (free some space, or choose a folder on another disk)")
                            .formatted(folder, (needed + (1 << 20) - 1) >> 20, usable >> 20));
        }
    }

    private void build(List<Sample> missing) throws IOException {
        String task = "images at " + size() + " pixels";
        int[] done = {0};
        try (SegmentWriter writer = new SegmentWriter(decoder)) {
            for (List<Sample> part : Lists.partition(missing, segmentImages)) {
                Path file = segments.file(form(), part.stream().map(Sample::sha256).toList());
                writer.write(
                        file,
                        part,
                        () -> listener.update(new Progress(task, ++done[0], missing.size(), "")));
                add(Segment.open(file, form()));
            }
        }
    }

    private void deleteDamaged(Set<String> wanted) throws IOException {
        Set<Segment> damaged = new HashSet<>();
        for (String digest : wanted) {
            Place place = places.get(digest);
            if (place != null
                    && !damaged.contains(place.segment())
                    && !place.segment().isIntact(place.number())) {
                damaged.add(place.segment());
            }
        }
        for (Segment segment : damaged) {
            LOG.warn("{} has pixels that were changed; it is recreated", segment.file());
            places.values().removeIf(place -> place.segment() == segment);
            // Images of this file that were already verified are lost too and recreated on request.
            checked.removeAll(segment.digests());
            segments.delete(segment.file());
        }
    }

    private void openOrDelete(Path file) throws IOException {
        try {
            add(Segment.open(file, form()));
        } catch (Segment.DamagedException e) {
            LOG.warn("{}; made anew", e.getMessage());
            segments.delete(file);
        }
    }

    private void add(Segment segment) {
        List<String> digests = segment.digests();
        for (int i = 0; i < digests.size(); i++) {
            places.put(digests.get(i), new Place(segment, i));
        }
    }

    private static boolean isAbandoned(Path file) {
        // 0 if the file has just been renamed by its writer; then there is nothing to delete.
        return Instant.ofEpochMilli(file.toFile().lastModified())
                .isBefore(Instant.now().minus(ABANDONED));
    }

    private static OutputException failure(Path folder, String what, IOException cause) {
        return new OutputException(
                ("%s: %s: %s (check its permissions and the free space, or "
                                + "choose another folder)")
                        .formatted(folder, what, cause.getMessage()),
                cause);
    }

    /** The location of an image. */
    private record Place(Segment segment, int number) {}
}
