package dev.fer4j.train.model;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes a SHA-256 over metadata and tensors, each with its name, type and shape, in order. */
final class ContentDigest {

    private final Hasher hasher = Hashing.sha256().newHasher();

    private ContentDigest(Map<String, String> metadata) {
        new TreeMap<>(metadata)
                .forEach(
                        (key, value) -> {
                            put(key);
                            put(value);
                        });
    }

    static String of(Map<String, String> metadata, List<Tensor> tensors) {
        ContentDigest digest = new ContentDigest(metadata);
        for (Tensor tensor : tensors) {
            digest.put(tensor.name());
            digest.put(tensor.type() + " " + tensor.shape());
            digest.hasher.putBytes(tensor.data().get());
        }
        return digest.hasher.hash().toString();
    }

    static String of(Map<String, String> metadata, SafetensorsFile file) throws IOException {
        ContentDigest digest = new ContentDigest(metadata);
        for (TensorInfo info : file.tensors().values()) {
            digest.put(info.name());
            digest.put(info.type() + " " + info.shape());
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(info.bytes()));
            file.read(info.name(), bytes);
            digest.hasher.putBytes(bytes.flip());
        }
        return digest.hasher.hash().toString();
    }

    /** Adds a text with its length, so that different lists of texts never give the same bytes. */
    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
