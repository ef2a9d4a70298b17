package dev.fer4j.train.tensor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A safetensors file (<a href="https://github.com/huggingface/safetensors">format</a>): eight bytes
 * with the length of the header, the header in JSON, then the tensors' bytes, little endian.
 *
 * <p>Reading is strict: tensors must cover the rest of the file without gaps or overlaps, names
 * must be unique, types must be those of {@link TensorType}, and no field may be unknown. Every
 * length is compared with the file size before memory is allocated, so that a malicious file costs
 * no more than its header, at most {@value #LONGEST_HEADER} bytes. Tensors are read one by one on
 * request. For one thread at a time.
 */
public final class SafetensorsFile implements AutoCloseable {

    /** The maximum length of a header, in bytes: enough for about fifty thousand tensors. */
    public static final int LONGEST_HEADER = 1 << 23;

    private static final int PREFIX = Long.BYTES;
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final long dataStart;
    private final Map<String, String> metadata;
    private final ImmutableMap<String, TensorInfo> tensors;

    private SafetensorsFile(
            Path path, FileChannel channel, long dataStart, SafetensorsHeader header) {
        this.path = path;
        this.channel = channel;
        this.dataStart = dataStart;
        this.metadata = header.metadata();
        this.tensors =
                header.tensors().stream()
                        .collect(ImmutableMap.toImmutableMap(TensorInfo::name, info -> info));
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws InputException if the file does not exist or is not in this format
     * @throws IOException if it cannot be read
     */
    public static SafetensorsFile open(Path path) throws IOException {
        FileFormat.requireRegular(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean opened = false;
        try {
            SafetensorsFile file = open(path, channel);
            opened = true;
            return file;
        } catch (MalformedHeaderException e) {
            FileFormat format = FileFormat.of(path);
            if (format != FileFormat.UNKNOWN) {
                throw format.refused(path, "safetensors");
            }
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    path,
                    "is not a valid safetensors file: " + e.getMessage(),
                    "download or write the file again",
                    e);
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static SafetensorsFile open(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < PREFIX) {
            throw new MalformedHeaderException("it has " + size + " bytes");
        }
        long length = read(channel, 0, PREFIX).getLong();
        if (length < 0 || length > Math.min(LONGEST_HEADER, size - PREFIX)) {
            throw new MalformedHeaderException(
                    "its header should have %s bytes, the file has %s, and %s are allowed"
                            .formatted(Long.toUnsignedString(length), size, LONGEST_HEADER));
        }
        ByteBuffer bytes = read(channel, PREFIX, (int) length);
        SafetensorsHeader header;
        try {
            // A separate decoder reports invalid UTF-8, where String would replace it.
            header =
                    SafetensorsHeader.parse(
                            StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw new MalformedHeaderException("its header is not UTF-8", e);
        }
        requireCovered(header.tensors(), size - PREFIX - length);
        return new SafetensorsFile(path, channel, PREFIX + length, header);
    }

    private static void requireCovered(List<TensorInfo> tensors, long available)
            throws MalformedHeaderException {
        long end = 0;
        List<TensorInfo> ordered =
                tensors.stream()
                        .sorted(
                                Comparator.comparingLong(TensorInfo::begin)
                                        .thenComparingLong(TensorInfo::end))
                        .toList();
        for (TensorInfo tensor : ordered) {
            if (tensor.begin() != end) {
                throw new MalformedHeaderException(
                        "tensor '%s' begins at %s where the previous one ends at %s"
                                .formatted(tensor.name(), tensor.begin(), end));
            }
            end = tensor.end();
        }
        if (end != available) {
            throw new MalformedHeaderException(
                    "its tensors end at " + end + ", its bytes at " + available);
        }
    }

    /** The file's metadata, such as the program that wrote it, in no particular order. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The tensors by name, in the order of the header. */
    public Map<String, TensorInfo> tensors() {
        return tensors;
    }

    /**
     * Reads a tensor's bytes, little endian.
     *
     * @param target receives the bytes from its position on
     * @throws IllegalArgumentException if there is no tensor of that name, or the buffer is too
     *     small
     * @throws InputException if the file has become shorter since it was opened
     */
    public void read(String name, ByteBuffer target) throws IOException {
        TensorInfo info = info(name);
        checkArgument(
                target.remaining() >= info.bytes(),
                "%s has %s bytes, there is room for %s",
                name,
                info.bytes(),
                target.remaining());
        ByteBuffer part = target.slice(target.position(), (int) info.bytes());
        readFully(channel, dataStart + info.begin(), part, name);
        target.position(target.position() + (int) info.bytes());
    }

    /**
     * Reads a tensor of {@link TensorType#F32}.
     *
     * @return its elements, in row-major order
     * @throws IllegalArgumentException if there is no tensor of that name, or it has another type
     * @throws InputException if it has more elements than an array, or the file has become shorter
     */
    public float[] readFloats(String name) throws IOException {
        TensorInfo info = info(name);
        checkArgument(info.type() == TensorType.F32, "%s is of %s", name, info.type());
        if (info.bytes() / Float.BYTES > Integer.MAX_VALUE - 8) {
            throw problem("tensor '" + name + "' has " + info.shape() + " elements, too many");
        }
        float[] values = new float[(int) (info.bytes() / Float.BYTES)];
        ByteBuffer chunk =
                ByteBuffer.allocateDirect((int) Math.min(CHUNK, info.bytes()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < values.length; done += chunk.limit() / Float.BYTES) {
            long left = info.bytes() - (long) done * Float.BYTES;
            chunk.clear().limit((int) Math.min(chunk.capacity(), left));
            readFully(channel, dataStart + info.begin() + (long) done * Float.BYTES, chunk, name);
            chunk.flip();
            chunk.asFloatBuffer().get(values, done, chunk.limit() / Float.BYTES);
        }
        return values;
    }

    /**
     * Counts the elements of a tensor that are NaN or infinite, in a small buffer.
     *
     * @throws IllegalArgumentException if there is no tensor of that name
     * @throws InputException if the file has become shorter since it was opened
     */
    public long countNotFinite(String name) throws IOException {
        TensorInfo info = info(name);
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, info.bytes()));
        long count = 0;
        for (long done = 0; done < info.bytes(); done += chunk.limit()) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), info.bytes() - done));
            readFully(channel, dataStart + info.begin() + done, chunk, name);
            count += info.type().countNotFinite(chunk.flip());
        }
        return count;
    }

    private TensorInfo info(String name) {
        return Optional.ofNullable(tensors.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no tensor is named " + name));
    }

    private void readFully(FileChannel from, long position, ByteBuffer target, String name)
            throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = from.read(target, at);
            if (count < 0) {
                throw problem("ended within tensor '" + name + "'");
            }
            at += count;
        }
    }

    private InputException problem(String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE, path, cause, "download or write the file again");
    }

    /** Reads bytes that lie within the file. */
    private static ByteBuffer read(FileChannel channel, long position, int count)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new MalformedHeaderException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
