package dev.fer4j.train.loader;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Images at the network's input size, as many in memory as an allowance holds; the rest is read
 * again when it is needed. Safe for use by several threads.
 *
 * <p>The whole picture is squeezed to a square, as Keras does, with area averaging when it shrinks.
 */
public final class ImageCache {

    private final int size;
    private final Cache<Path, RgbImage> images;

    /**
     * An empty cache.
     *
     * @param size height and width of the images
     * @param bytes how much memory the images may take
     */
    public ImageCache(int size, long bytes) {
        this.size = size;
        images =
                CacheBuilder.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((Path file, RgbImage image) -> image.rgb().length)
                        .concurrencyLevel(1)
                        .build();
    }

    /** Height and width of the images. */
    public int size() {
        return size;
    }

    /**
     * The image of a sample.
     *
     * @throws dev.fer4j.core.InputException if the file is no image any more
     */
    public RgbImage get(Sample sample) {
        RgbImage kept = images.getIfPresent(sample.file());
        if (kept != null) {
            return kept;
        }
        try {
            RgbImage image = ImageFiles.resize(ImageFiles.read(sample.file()), size, size);
            images.put(sample.file(), image);
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "sample " + sample.id() + ": " + sample.file() + " cannot be read", e);
        }
    }
}
