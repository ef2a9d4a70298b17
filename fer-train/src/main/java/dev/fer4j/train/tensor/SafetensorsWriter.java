package dev.fer4j.train.tensor;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fer4j.core.file.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes safetensors files atomically. The same tensors and metadata give the same bytes. */
public final class SafetensorsWriter {

    /** The data starts at a multiple of this, as with other writers. */
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * Writes a file.
     *
     * @param metadata arbitrary texts by key, written in the order of the keys
     * @param tensors tensors with distinct names, written in this order
     * @throws IllegalArgumentException if a name occurs twice, or the header would be too long for
     *     {@link SafetensorsFile}
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Path file, Map<String, String> metadata, List<Tensor> tensors)
            throws IOException {
        byte[] head = head(metadata, tensors);
        WholeFile.write(file, out -> write(head, tensors, out));
    }

    /**
     * Returns the beginning of a file, up to the data of the first tensor: the header and its
     * length.
     *
     * @throws IllegalArgumentException as {@link #write} does
     */
    public static byte[] head(Map<String, String> metadata, List<Tensor> tensors)
            throws IOException {
        byte[] header = header(metadata, tensors);
        return ByteBuffer.allocate(Long.BYTES + header.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    private static void write(byte[] head, List<Tensor> tensors, OutputStream out)
            throws IOException {
        out.write(head);
        WritableByteChannel channel = Channels.newChannel(out);
        for (Tensor tensor : tensors) {
            ByteBuffer data = tensor.data().get();
            checkState(
                    data.remaining() == tensor.bytes(),
                    "%s gave %s bytes for %s",
                    tensor.name(),
                    data.remaining(),
                    tensor.bytes());
            while (data.hasRemaining()) {
                channel.write(data);
            }
        }
    }

    private static byte[] header(Map<String, String> metadata, List<Tensor> tensors)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart("__metadata__");
                for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            Set<String> names = new HashSet<>();
            long begin = 0;
            for (Tensor tensor : tensors) {
                checkArgument(names.add(tensor.name()), "%s occurs twice", tensor.name());
                write(json, tensor, begin);
                begin += tensor.bytes();
            }
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' ');
        }
        checkArgument(
                bytes.size() <= SafetensorsFile.LONGEST_HEADER,
                "the header has %s bytes",
                bytes.size());
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Tensor tensor, long begin) throws IOException {
        json.writeObjectFieldStart(tensor.name());
        json.writeStringField("dtype", tensor.type().name());
        json.writeFieldName("shape");
        long[] shape = tensor.shape().getShape();
        json.writeArray(shape, 0, shape.length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {begin, begin + tensor.bytes()}, 0, 2);
        json.writeEndObject();
    }
}
