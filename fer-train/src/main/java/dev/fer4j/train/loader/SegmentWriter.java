package dev.fer4j.train.loader;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
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

/** Decodes images, with one thread for each processor, and writes them to a segment, in order. */
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

    /**
     * Writes a segment whole: a file of that name is one that was finished.
     *
     * @param written called after each image
     */
    void write(Path file, List<Sample> samples, Runnable written) throws IOException {
        WholeFile.write(file, out -> write(out, samples, written));
    }

    private void write(OutputStream out, List<Sample> samples, Runnable written)
            throws IOException {
        byte[] header = Segment.header(decoder.size(), samples.size());
        ByteBuffer index = ByteBuffer.allocate(samples.size() * Segment.ENTRY);
        out.write(header);
        Iterator<Sample> coming = samples.iterator();
        Deque<Future<RgbImage>> pending = new ArrayDeque<>();
        for (Sample sample : samples) {
            while (coming.hasNext() && pending.size() < 2 * threads) {
                Sample next = coming.next();
                pending.add(pool.submit(() -> decoder.decode(next)));
            }
            byte[] rgb = Workers.result(pending.remove()).rgb();
            out.write(rgb);
            index.put(HexFormat.of().parseHex(sample.sha256()))
                    .putInt(Segment.sum(ByteBuffer.wrap(rgb)));
            written.run();
        }
        out.write(index.array());
        out.write(
                ByteBuffer.allocate(Integer.BYTES)
                        .putInt(Segment.sum(ByteBuffer.wrap(header), index.flip()))
                        .array());
    }

    @Override
    public void close() {
        Workers.stop(pool);
    }
}
