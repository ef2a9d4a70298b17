package dev.fer4j.train.checkpoint;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.train.weights.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Digests (SHA-256) of what a training's last checkpoint holds.
 *
 * @param number of that checkpoint
 * @param weights weights with running statistics, those of the best epoch, averages
 * @param optimizer moments, and gradients that wait for an update
 * @param history that, all counters, and the samples of an epoch that is not done
 */
public record TrainingEnd(long number, String weights, String optimizer, String history) {

    /**
     * Reads the newest checkpoint in a folder and verifies all of it, whatever run it is of.
     *
     * @throws DamagedCheckpointException if it is not what was saved
     */
    public static TrainingEnd of(Path folder) throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        long newest = checkpoints.ledger().newest().orElseThrow();
        try (Saved saved = new CheckpointReader(checkpoints).read(newest)) {
            Predicate<String> optimizer =
                    name -> name.startsWith("adam.") || name.startsWith("gradient/");
            Predicate<String> score = name -> name.startsWith("score/");
            return new TrainingEnd(
                    newest,
                    digest(saved, "", optimizer.or(score).negate()),
                    digest(saved, "", optimizer),
                    digest(saved, saved.state(), score));
        }
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
