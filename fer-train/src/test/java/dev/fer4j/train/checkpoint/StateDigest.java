package dev.fer4j.train.checkpoint;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.train.tensor.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Digests (SHA-256) of a training's state in a checkpoint.
 *
 * @param weights weights with running statistics, those of the best epoch, averages
 * @param optimizer moments, and gradients that wait for an update
 * @param history that, all counters, and the samples of an epoch that is not done
 */
public record StateDigest(String weights, String optimizer, String history) {

    /**
     * Reads all checkpoints in a folder, newest first, and verifies every bit.
     *
     * @throws DamagedCheckpointException if one is not what was saved
     */
    public static List<StateDigest> in(Path folder) throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        List<StateDigest> digests = new ArrayList<>();
        for (long number : checkpoints.ledger().manifests()) {
            try (Saved saved = new CheckpointReader(checkpoints).read(number)) {
                digests.add(of(saved));
            }
        }
        return digests;
    }

    private static StateDigest of(Saved saved) throws IOException {
        Predicate<String> optimizer =
                name -> name.startsWith("adam.") || name.startsWith("gradient/");
        Predicate<String> score = name -> name.startsWith("score/");
        return new StateDigest(
                digest(saved, "", optimizer.or(score).negate()),
                digest(saved, "", optimizer),
                digest(saved, saved.state(), score));
    }

    private static String digest(Saved saved, String text, Predicate<String> names)
            throws IOException {
        Hasher hasher = Hashing.sha256().newHasher().putString(text, StandardCharsets.UTF_8);
        for (Map.Entry<String, TensorInfo> tensor :
                new TreeMap<>(saved.tensors().tensors()).entrySet()) {
            if (names.test(tensor.getKey())) {
                ByteBuffer bytes = ByteBuffer.allocate((int) tensor.getValue().bytes());
                saved.tensors().read(tensor.getKey(), bytes);
                hasher.putString(tensor.getKey(), StandardCharsets.UTF_8).putBytes(bytes.flip());
            }
        }
        return hasher.hash().toString();
    }
}
