package dev.fer4j.train.loader;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import java.util.Collection;

/**
 * A cache of images in memory, up to a limit; images beyond it are read again whenever they are
 * requested. Thread-safe.
 */
public final class ImageCache implements ImageSource {

    private final ImageDecoder decoder;
    private final Cache<String, RgbImage> images;

    /**
     * Creates an empty cache.
     *
     * @param size height and width of the images
     * @param bytes maximum memory for images
     */
    public ImageCache(int size, long bytes) {
        decoder = new ImageDecoder(size);
        images =
                CacheBuilder.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((String digest, RgbImage image) -> image.rgb().length)
                        .concurrencyLevel(1)
                        .build();
    }

    @Override
    public int size() {
        return decoder.size();
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
