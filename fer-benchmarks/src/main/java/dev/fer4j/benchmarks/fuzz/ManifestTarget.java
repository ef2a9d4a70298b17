package dev.fer4j.benchmarks.fuzz;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Saved;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Input: the content of a checkpoint's manifest. The matching digest is added, since otherwise no
 * input would reach the parser.
 */
public final class ManifestTarget {

    private static final long NUMBER = 1;
    private static final Path FOLDER = ScratchFile.named("checkpoints").path();
    private static final CheckpointStore STORE = store();

    private ManifestTarget() {}

    private static CheckpointStore store() {
        RunIdentity identity = new RunIdentity(ImmutableSortedMap.of("threads", "2"));
        try (CheckpointStore store = CheckpointStore.open(FOLDER, identity, Settings.defaults())) {
            // Not a lambda of this class, which another thread could not run before the class is
            // initialized.
            store.save(NUMBER, new Snapshot("{}", List.of()), new CountDownLatch(1)::countDown);
        }
        return CheckpointStore.open(FOLDER, identity, Settings.defaults());
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FOLDER.resolve("0000000001.json"), sealed(data));
        try {
            Optional<Saved> saved = STORE.newest();
            checkState(saved.isPresent() == STORE.skipped().isEmpty());
            if (saved.isPresent()) {
                saved.get().close();
                requireState(saved.get());
            }
        } catch (PlanException e) {
            checkState(e.getMessage().contains("in the checkpoint"));
        }
    }

    /** Requires that an accepted state can be saved again. */
    private static void requireState(Saved saved) {
        checkState(new Snapshot(saved.state(), List.of()).state().equals(saved.state()));
    }

    private static byte[] sealed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            bytes.write(text("{\"sha256\":\"" + Sha256.of(content) + "\",\n\"content\":"));
            bytes.write(content);
            bytes.write(text("}\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
