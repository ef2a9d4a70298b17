package dev.fer4j.train.loader;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * The images of samples at the network's input size, as they are: never augmented.
 *
 * <p>The whole picture is squeezed to a square, as Keras does, with area averaging when it shrinks.
 * Safe for use by several threads, but for {@link #prepare}.
 */
public sealed interface ImageSource permits ImageCache, ImageStore {

    /** How much memory the images of {@link #of} without a folder may take: 512 MiB. */
    long MEMORY = 512L << 20;

    /**
     * Images kept in a folder, or else in memory, as many as {@link #MEMORY} holds.
     *
     * @param folder where they are kept for later trainings, by the digests of their files
     * @param size height and width of the images
     * @param listener receives the progress of decoding into the folder
     * @throws dev.fer4j.core.OutputException if the folder cannot be made or read
     */
    static ImageSource of(Optional<Path> folder, int size, ProgressListener listener) {
        return folder.isPresent()
                ? new ImageStore(folder.get(), size, listener)
                : new ImageCache(size, MEMORY);
    }

    /** Height and width of the images. */
    int size();

    /**
     * Gets ready to give the images of samples. Called once before they are requested; what is
     * ready already costs nothing.
     *
     * @throws dev.fer4j.core.InputException if a file is not an image, or has other bytes than its
     *     manifest says
     * @throws dev.fer4j.core.OutputException if images cannot be kept where they should be
     */
    void prepare(Collection<Sample> samples);

    /**
     * The image of a sample.
     *
     * @throws dev.fer4j.core.InputException if it cannot be read
     */
    RgbImage get(Sample sample);
}
