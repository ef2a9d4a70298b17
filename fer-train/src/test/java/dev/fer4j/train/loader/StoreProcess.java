package dev.fer4j.train.loader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running {@link StoreProgram}. */
final class StoreProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    /**
     * Starts it.
     *
     * @param temporary where it unpacks its natives, which a kill leaves there
     */
    StoreProcess(Path temporary, Object... arguments) throws IOException {
        Files.createDirectories(temporary);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(StoreProgram.class.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads on until it has printed a line. */
    void await(String wanted) throws IOException {
        for (String line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("ended without having printed " + wanted);
            }
        }
    }

    /** Lets no file grow beyond a length from now on, as if the disk were full. */
    void limitFiles(long bytes) throws IOException, InterruptedException {
        Process limit =
                new ProcessBuilder(
                                "prlimit",
                                "--pid=" + process.pid(),
                                "--fsize=" + bytes + ":" + bytes)
                        .inheritIO()
                        .start();
        if (limit.waitFor() != 0) {
            throw new IOException("prlimit failed");
        }
    }

    /** Lets it go on, and returns the last line that it prints. */
    String proceed() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return lines.lines().reduce("", (before, line) -> line);
    }

    /** Kills it as the system does, and returns its exit status. */
    int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lines.close();
    }
}
