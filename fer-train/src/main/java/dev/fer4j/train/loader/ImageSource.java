package dev.fer4j.train.loader;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFit;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * The images of samples at the network's input size, never augmented.
 *
 * <p>Images become square as {@link ImageFit} says, with area averaging when they shrink.
 * Thread-safe, except for {@link #prepare}.
 */
public sealed interface ImageSource permits ImageCache, ImageStore {

    /** Maximum memory for images of {@link #of} without a folder: 512 MiB. */
    long MEMORY = 512L << 20;

    /**
     * Returns a source of stretched images, as {@link #of(Optional, int, ImageFit,
     * ProgressListener)} does.
     */
    static ImageSource of(Optional<Path> folder, int size, ProgressListener listener) {
        return of(folder, size, ImageFit.STRETCH, listener);
    }

    /**
     * Returns a source that keeps images in a folder, or else in memory, up to {@link #MEMORY}.
     *
     * @param folder folder in which images are kept for later trainings, by the digests of their
     *     files
     * @param size height and width of the images
     * @param fit how images that are not square become square
     * @param listener receives the progress of decoding into the folder
     * @throws dev.fer4j.core.OutputException if the folder cannot be created or read
     */
    static ImageSource of(
            Optional<Path> folder, int size, ImageFit fit, ProgressListener listener) {
        return folder.isPresent()
                ? new ImageStore(folder.get(), size, fit, listener)
                : new ImageCache(size, fit, MEMORY);
    }

    /** Height and width of the images. */
    int size();

    /** How images that were not square became square. */
    ImageFit fit();

    /**
     * Prepares the images of samples. To be called once before they are requested; images that are
     * already prepared cost nothing.
     *
     * @throws dev.fer4j.core.InputException if a file is not an image, or its bytes do not match
     *     the digest in its manifest
     * @throws dev.fer4j.core.OutputException if images cannot be stored
     */
    void prepare(Collection<Sample> samples);

    /**
     * Returns the image of a sample.
     *
     * @throws dev.fer4j.core.InputException if it cannot be read
     */
    RgbImage get(Sample sample);
}
