package dev.fer4j.train.loader;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFit;
import java.util.Collection;

/**
 * A cache of images in memory, up to a limit; images beyond it are read again whenever they are
 * requested. Thread-safe.
 */
public final class ImageCache implements ImageSource {

    private final ImageDecoder decoder;
    private final Cache<String, RgbImage> images;

    /** Creates an empty cache of stretched images. */
    public ImageCache(int size, long bytes) {
        this(size, ImageFit.STRETCH, bytes);
    }

    /**
     * Creates an empty cache.
     *
     * @param size height and width of the images
     * @param fit how images that are not square become square
     * @param bytes maximum memory for images
     */
    public ImageCache(int size, ImageFit fit, long bytes) {
        decoder = new ImageDecoder(new InputForm(size, fit));
        images =
                CacheBuilder.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((String digest, RgbImage image) -> image.rgb().length)
                        .concurrencyLevel(1)
                        .build();
    }

    @Override
    public int size() {
        return decoder.form().size();
    }

    @Override
    public ImageFit fit() {
        return decoder.form().fit();
    }

    /** Does nothing, since images are read when they are first requested. */
    @Override
    public void prepare(Collection<Sample> samples) {
        // Nothing to do before the first request.
    }

    @Override
    public RgbImage get(Sample sample) {
        RgbImage kept = images.getIfPresent(sample.sha256());
        if (kept != null) {
            return kept;
        }
        RgbImage image = decoder.decode(sample);
        images.put(sample.sha256(), image);
        return image;
    }
}
