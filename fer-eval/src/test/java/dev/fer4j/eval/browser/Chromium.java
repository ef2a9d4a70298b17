package dev.fer4j.eval.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium of its own, with a profile that is deleted afterwards. */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path profile;
    private final Process process;

    private Chromium(Path profile, Process process) {
        this.profile = profile;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param program its name or path
     */
    static Chromium start(String program) throws IOException {
        Path profile = Files.createTempDirectory("chromium");
        ProcessBuilder builder =
                new ProcessBuilder(
                        program,
                        "--headless=new",
                        // CI runs as root, for whom the sandbox does not start; we open our own
                        // files only.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(profile.resolve("stderr.txt").toFile());
        return new Chromium(profile, builder.start());
    }

    /** Waits until it can be spoken to. */
    DevTools connect() throws IOException, InterruptedException {
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException(
                        "the browser does not start: "
                                + Files.readString(profile.resolve("stderr.txt")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        List<String> lines = Files.readAllLines(port);
        return DevTools.connect(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
    }

    @Override
    public void close() throws IOException {
        // Its helpers too: they would write into the profile while it is deleted.
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        List<Path> files;
        try (Stream<Path> tree = Files.walk(profile)) {
            files = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
