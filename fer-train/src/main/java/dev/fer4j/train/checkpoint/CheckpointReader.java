package dev.fer4j.train.checkpoint;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.InputException;
import dev.fer4j.train.tensor.SafetensorsFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads checkpoints, verifying their content before it is used. */
final class CheckpointReader {

    private static final int CHUNK = 1 << 20;

    private final CheckpointFolder folder;

    CheckpointReader(CheckpointFolder folder) {
        this.folder = folder;
    }

    /**
     * Verifies and opens a checkpoint.
     *
     * @throws DamagedCheckpointException if it differs from what was saved, or cannot be read
     */
    Saved read(long number) {
        CheckpointManifest manifest = manifest(number);
        Path file = folder.tensors(number);
        verify(file, manifest);
        try {
            return new Saved(
                    number,
                    manifest.state(),
                    SafetensorsFile.open(file),
                    manifest.identity(),
                    manifest.resumedDespite());
        } catch (InputException e) {
            throw new DamagedCheckpointException(file, e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private CheckpointManifest manifest(long number) {
        Path file = folder.manifest(number);
        requireFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > ManifestText.LONGEST) {
                throw new DamagedCheckpointException(
                        file, "has " + size + " bytes, more than " + ManifestText.LONGEST);
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new MalformedManifestException("became shorter while it was read");
                }
            }
            CheckpointManifest manifest = ManifestText.decode(bytes.array());
            if (manifest.number() != number) {
                throw new MalformedManifestException("is of checkpoint " + manifest.number());
            }
            return manifest;
        } catch (MalformedManifestException e) {
            throw new DamagedCheckpointException(file, e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void verify(Path file, CheckpointManifest manifest) {
        requireFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size != manifest.tensorBytes()) {
                throw new DamagedCheckpointException(
                        file,
                        "has " + size + " bytes, the manifest says " + manifest.tensorBytes());
            }
            Hasher hasher = Hashing.sha256().newHasher();
            ByteBuffer chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK, size + 1));
            while (channel.read(chunk.clear()) >= 0) {
                hasher.putBytes(chunk.flip());
            }
            String actual = hasher.hash().toString();
            if (!actual.equals(manifest.tensorSha256())) {
                throw new DamagedCheckpointException(
                        file,
                        "has the sha-256 %s, the manifest says %s"
                                .formatted(actual, manifest.tensorSha256()));
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Opening a pipe would block until there is a writer. */
    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DamagedCheckpointException(
                    file, Files.exists(file) ? "is not a regular file" : "is missing");
        }
    }

    private static DamagedCheckpointException unreadable(Path file, IOException cause) {
        return new DamagedCheckpointException(file, "cannot be read: " + cause, cause);
    }
}
