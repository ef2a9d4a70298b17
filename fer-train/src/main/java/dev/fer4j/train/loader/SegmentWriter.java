package dev.fer4j.train.loader;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Decodes images, with one thread per processor, and writes them to a segment, in order. */
final class SegmentWriter implements AutoCloseable {

    private final ImageDecoder decoder;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService pool =
            Executors.newFixedThreadPool(
                    threads,
                    new ThreadFactoryBuilder()
                            .setDaemon(true)
                            .setNameFormat("fer4j-cache-%d")
                            .build());

    SegmentWriter(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /** Supplies the pixels of images, which are requested in order. */
    @FunctionalInterface
    interface Pixels {
        byte[] of(int place) throws IOException;
    }

    /**
     * Writes a segment atomically: a file of that name is complete.
     *
     * @param written called after each image
     */
    void write(Path file, List<Sample> samples, Runnable written) throws IOException {
        Iterator<Sample> coming = samples.iterator();
        Deque<Future<RgbImage>> pending = new ArrayDeque<>();
        write(
                file,
                decoder.form(),
                samples.stream().map(Sample::sha256).toList(),
                place -> {
                    while (coming.hasNext() && pending.size() < 2 * threads) {
                        Sample next = coming.next();
                        pending.add(pool.submit(() -> decoder.decode(next)));
                    }
                    return Workers.result(pending.remove()).rgb();
                },
                written);
    }

    /**
     * Writes a segment of decoded images.
     *
     * @param digests digests of the image files
     */
    static void write(Path file, InputForm form, List<String> digests, Pixels pixels)
            throws IOException {
        write(file, form, digests, pixels, () -> {});
    }

    private static void write(
            Path file, InputForm form, List<String> digests, Pixels pixels, Runnable written)
            throws IOException {
        byte[] header = Segment.header(form, digests.size());
        ByteBuffer index = ByteBuffer.allocate(digests.size() * Segment.ENTRY);
        WholeFile.write(
                file,
                out -> {
                    out.write(header);
                    for (int place = 0; place < digests.size(); place++) {
                        byte[] rgb = pixels.of(place);
                        out.write(rgb);
                        index.put(HexFormat.of().parseHex(digests.get(place)))
                                .putInt(Segment.sum(ByteBuffer.wrap(rgb)));
                        written.run();
                    }
                    out.write(index.array());
                    out.write(
                            ByteBuffer.allocate(Integer.BYTES)
                                    .putInt(Segment.sum(ByteBuffer.wrap(header), index.flip()))
                                    .array());
                });
    }

    @Override
    public void close() {
        Workers.stop(pool);
    }
}
