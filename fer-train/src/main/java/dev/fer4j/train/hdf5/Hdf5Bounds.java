package dev.fer4j.train.hdf5;

import dev.fer4j.core.InputException;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Compares what a dataset claims with the size of its file.
 *
 * @param subject the file, for messages
 * @param size its size in bytes
 */
record Hdf5Bounds(Object subject, long size) {

    /** DEFLATE expands at most 1032 times. */
    private static final long LARGEST_EXPANSION = 1032;

    private static final long SMALLEST_LIMIT = 1 << 20;
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final int LZF = 32000;

    /** Checks a dataset's shape; nothing is read. */
    void requirePlausible(String name, Dataset data) {
        long bytes = product(name, data.getDimensions(), data.getDataType().getSize());
        // A dataset that was never written has no address.
        if (data instanceof ContiguousDataset contiguous && contiguous.getDataAddress() >= 0) {
            if (bytes > size - Math.min(size, contiguous.getDataAddress())) {
                throw refused(name, data, "more than the file has after its beginning");
            }
        } else if (bytes > limit()) {
            throw refused(name, data, "more than a file of " + size + " bytes can contain");
        }
        if (data instanceof ChunkedDataset chunked
                && product(name, chunked.getChunkDimensions(), data.getDataType().getSize())
                        > limit()) {
            throw refused(name, data, "in chunks larger than the file can contain");
        }
    }

    /** The product of dimensions and the size of an element, with empty dimensions left out. */
    private long product(String name, int[] dimensions, int bytes) {
        boolean empty = Arrays.stream(dimensions).anyMatch(length -> length == 0);
        long product = bytes;
        for (int length : dimensions) {
            if (length < 0 || product > Long.MAX_VALUE / Math.max(1, length)) {
                product = Long.MAX_VALUE;
                break;
            }
            product *= Math.max(1, length);
        }
        if (empty && product > Integer.MAX_VALUE) {
            throw Hdf5Reading.refused(
                    subject, name + " has the impossible shape " + Arrays.toString(dimensions));
        }
        return empty ? 0 : product;
    }

    private long limit() {
        return Math.max(SMALLEST_LIMIT, size) > Long.MAX_VALUE / LARGEST_EXPANSION
                ? Long.MAX_VALUE
                : Math.max(SMALLEST_LIMIT, size * LARGEST_EXPANSION);
    }

    private InputException refused(String name, Dataset data, String why) {
        return Hdf5Reading.refused(
                subject,
                "%s claims %s values of %s bytes, %s"
                        .formatted(
                                name,
                                Arrays.toString(data.getDimensions()),
                                data.getDataType().getSize(),
                                why));
    }

    /** Checks what decompression yields before jHDF keeps it, for each chunk. */
    void requireDecompressible(String name, Dataset data) {
        if (!(data instanceof ChunkedDataset chunked)) {
            return;
        }
        List<PipelineFilterWithData> filters = data.getFilters();
        long expected = product(name, chunked.getChunkDimensions(), data.getDataType().getSize());
        for (PipelineFilterWithData filter : filters) {
            int id = filter.getId();
            if (id == LZF && filter.getFilterData()[2] != expected) {
                throw Hdf5Reading.refused(
                        subject, name + " has chunks of another size than it says");
            }
            if (id != DEFLATE && id != SHUFFLE && id != FLETCHER32 && id != LZF) {
                throw Hdf5Reading.refused(
                        subject,
                        name + " is compressed by " + filter.getName() + ", not supported");
            }
        }
        List<Integer> order =
                filters.stream()
                        .map(PipelineFilterWithData::getId)
                        .filter(id -> id != FLETCHER32)
                        .toList();
        int deflate = order.indexOf(DEFLATE);
        if (deflate >= 0) {
            if (deflate < order.size() - 1) {
                throw Hdf5Reading.refused(subject, name + " is compressed twice or out of order");
            }
            requireFewChunks(name, chunked);
            forEachChunk(chunked, offset -> requireInflatable(name, chunked, offset, expected));
        }
    }

    private void requireFewChunks(String name, ChunkedDataset data) {
        int[] sizes = data.getDimensions();
        int[] steps = data.getChunkDimensions();
        double count = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            count *= Math.ceil((double) sizes[axis] / steps[axis]);
        }
        if (count > size) {
            throw refused(name, data, "in more chunks than the file has bytes");
        }
    }

    /** What is done for a chunk. */
    @FunctionalInterface
    private interface ForChunk {
        void accept(int[] offset);
    }

    private static void forEachChunk(ChunkedDataset data, ForChunk action) {
        int[] sizes = data.getDimensions();
        int[] steps = data.getChunkDimensions();
        int[] offset = new int[sizes.length];
        int axis = sizes.length - 1;
        while (axis >= 0) {
            action.accept(offset.clone());
            axis = sizes.length - 1;
            while (axis >= 0) {
                offset[axis] += steps[axis];
                if (offset[axis] < sizes[axis]) {
                    break;
                }
                offset[axis] = 0;
                axis--;
            }
        }
    }

    private void requireInflatable(String name, ChunkedDataset data, int[] offset, long expected) {
        ByteBuffer chunk;
        try {
            chunk = data.getRawChunkBuffer(offset);
        } catch (HdfException e) {
            // A chunk that was never written, whose values are those of the fill.
            return;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk);
            byte[] some = new byte[1 << 13];
            long count = 0;
            int got = inflater.inflate(some);
            while (got > 0) {
                count += got;
                // A checksum may follow the data.
                if (count > expected + Integer.BYTES) {
                    throw Hdf5Reading.refused(
                            subject,
                            name + " has a chunk that decompresses to more than it should");
                }
                got = inflater.inflate(some);
            }
        } catch (DataFormatException e) {
            throw new HdfException("Inflating failed in " + name, e);
        } finally {
            inflater.end();
        }
    }
}
