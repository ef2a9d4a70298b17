package dev.fer4j.train.checkpoint;

import dev.fer4j.core.OutputException;
import dev.fer4j.train.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One save. Writes the tensors, then the manifest, each to a temporary file that is forced to disk
 * and renamed; the folder is forced after each. Checkpoints that are no longer needed are removed
 * last. If anything fails before that, only the files of this save are removed.
 */
final class Saving {

    private static final Logger LOG = LoggerFactory.getLogger(Saving.class);

    private final CheckpointFolder folder;
    private final SaveFiles files;
    private final Ledger ledger;
    private final long number;

    /** Files of this save under their current names, the latest first. */
    private final Deque<Path> made = new ArrayDeque<>();

    private Path at;

    Saving(CheckpointFolder folder, SaveFiles files, Ledger ledger, long number) {
        this.folder = folder;
        this.files = files;
        this.ledger = ledger;
        this.number = number;
        this.at = folder.path();
    }

    /**
     * Writes the checkpoint.
     *
     * @throws OutputException if it cannot be written, naming the file
     */
    void run(Snapshot snapshot, RunIdentity identity, List<String> resumedDespite, int keep) {
        boolean safe = false;
        try {
            if (ledger.contains(number)) {
                // The manifest of a damaged checkpoint with this number must not be combined with
                // new tensors.
                at = folder.manifest(number);
                files.delete(at);
                ledger.incomplete(number);
            }
            TensorFileWriter tensors = writeTensors(snapshot.tensors());
            writeManifest(
                    new CheckpointManifest(
                            number,
                            tensors.bytes(),
                            tensors.sha256(),
                            identity,
                            resumedDespite,
                            snapshot.state()));
            ledger.complete(number);
            safe = true;
        } catch (IOException e) {
            throw new OutputException(
                    ("%s: checkpoint %s cannot be written: %s (make room or check "
                                    + "the disk; the checkpoints before it are untouched)")
                            .formatted(at, number, reason(e)),
                    e);
        } finally {
            if (!safe) {
                discard();
            }
        }
        removeSuperfluous(keep);
    }

    private TensorFileWriter writeTensors(List<Tensor> tensors) throws IOException {
        Path file = folder.tensors(number);
        TensorFileWriter writer;
        try (SaveFiles.Output out = begin(file)) {
            writer = new TensorFileWriter(out);
            writer.write(tensors);
            out.force();
        }
        finish(file);
        return writer;
    }

    private void writeManifest(CheckpointManifest manifest) throws IOException {
        Path file = folder.manifest(number);
        try (SaveFiles.Output out = begin(file)) {
            out.write(ByteBuffer.wrap(ManifestText.encode(manifest)));
            out.force();
        }
        finish(file);
    }

    private SaveFiles.Output begin(Path file) throws IOException {
        at = file;
        Path part = CheckpointFolder.part(file);
        made.push(part);
        return files.create(part);
    }

    private void finish(Path file) throws IOException {
        files.rename(CheckpointFolder.part(file), file);
        made.pop();
        made.push(file);
        files.forceFolder(folder.path());
    }

    private void discard() {
        for (Path file : made) {
            try {
                files.delete(file);
            } catch (IOException e) {
                LOG.warn("{}: left over from a failed save, cannot be removed", file, e);
            }
        }
    }

    private void removeSuperfluous(int keep) {
        for (long old : ledger.superfluous(keep)) {
            try {
                remove(folder.manifest(old));
                ledger.incomplete(old);
                remove(folder.tensors(old));
                ledger.removed(old);
            } catch (IOException e) {
                throw new OutputException(
                        ("%s: cannot be removed: %s (checkpoint %s is safe; check the "
                                        + "space that old ones take)")
                                .formatted(at, reason(e), number),
                        e);
            }
        }
    }

    /** Only regular files are ours, whatever their name. */
    private void remove(Path file) throws IOException {
        at = file;
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            files.delete(file);
        }
    }

    private static String reason(IOException cause) {
        return Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
    }
}
