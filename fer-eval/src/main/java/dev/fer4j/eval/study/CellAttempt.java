package dev.fer4j.eval.study;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process for one cell, from request to result. Each attempt has its own folder, since the
 * process of an earlier attempt may still be terminating; it is removed when the attempt is closed.
 */
final class CellAttempt implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CellAttempt.class);

    /** 128 + SIGKILL. */
    private static final int KILLED = 137;

    private final Cell cell;
    private final CellLog log;
    private final Path own;
    private final CellRequest request;
    private volatile String said = "";

    private CellAttempt(CellRequest request, CellLog log, Path own) {
        this.cell = request.cell();
        this.request = request;
        this.log = log;
        this.own = own;
    }

    /** Creates the folder, and removes those of attempts that were killed. */
    static CellAttempt begin(
            Path folder, Cell cell, ForkedCellRunner.Lifetime lifetime, Duration grace)
            throws IOException {
        CellLog log = CellLog.begin(folder.resolve(cell.id() + ".log"));
        String prefix = "." + cell.id() + "-";
        List<Path> old;
        try (Stream<Path> entries = Files.list(folder)) {
            old =
                    entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                            .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                            .toList();
        }
        old.forEach(CellAttempt::remove);
        Path own = Files.createTempDirectory(folder, prefix);
        OwnedFolder.mark(own, OwnedFolder.Content.RESULTS);
        return new CellAttempt(
                CellRequest.of(cell, own.resolve("result"), lifetime, grace), log, own);
    }

    /** Runs the process; see {@link ForkedCellRunner#run}. */
    CellResult run(List<String> command, Map<String, String> environment, ProgressListener listener)
            throws IOException {
        Path file = own.resolve("request.json");
        WholeFile.writeString(file, Json.pretty(request));
        List<String> whole =
                ImmutableList.<String>builder().addAll(command).add(file.toString()).build();
        int status;
        try (CellProcess process =
                CellProcess.start(
                        whole, environment, log, line -> heed(line, listener), request.grace())) {
            status = process.await();
        }
        Optional<CellResult> result = status == 0 ? result() : Optional.empty();
        if (result.isEmpty()) {
            throw new CellProcessException(failure(status), status, log.file());
        }
        return result.get();
    }

    private void heed(String line, ProgressListener listener) {
        ProcessLine parsed = ProcessLine.parse(line);
        if (parsed instanceof ProcessLine.Update update) {
            Progress progress = update.progress();
            listener.update(
                    new Progress(
                            progress.task() + " [" + cell.id() + "]",
                            progress.done(),
                            progress.total(),
                            progress.note()));
        } else if (parsed instanceof ProcessLine.Failure failure) {
            said = failure.message();
        } else {
            append(line);
        }
    }

    private void append(String line) {
        try {
            log.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<CellResult> result() throws IOException {
        CellFiles files = request.files();
        Optional<CellMarker> marker = files.readMarker();
        return marker.isPresent() && marker.get().fingerprint().equals(request.fingerprint())
                ? files.read(marker.get())
                : Optional.empty();
    }

    private String failure(int status) throws IOException {
        String how =
                switch (status) {
                    case 0 -> "without a result (its main method has to call CellMain.run)";
                    case KILLED ->
                            "with status 137 (killed, perhaps for lack of memory: run fewer cells"
                                    + " at the same time, or give each a smaller heap)";
                    default -> "with status " + status;
                };
        return "%s: its process ended %s%s; %s"
                .formatted(cell.id(), how, said.isEmpty() ? "" : ", and said: " + said, log.tail());
    }

    @Override
    public void close() {
        remove(own);
    }

    private static void remove(Path folder) {
        try {
            if (OwnedFolder.isMarked(folder, OwnedFolder.Content.RESULTS)) {
                OwnedFolder.mark(folder, OwnedFolder.Content.RESULTS).deleteAll(file -> false);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be removed; it is no longer needed: {}", folder, e.toString());
        }
    }
}
