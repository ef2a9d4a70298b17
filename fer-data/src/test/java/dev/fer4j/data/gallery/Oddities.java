package dev.fer4j.data.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a folder may hold in a file's place. None of it can be read, not even by root. */
final class Oddities {

    /** What a web server sends in place of a picture or clip that is gone. */
    static final String HTML =
            "<!DOCTYPE html>\n<html><head><title>404</title></head><body>Not found</body></html>\n";

    private Oddities() {}

    /** A pipe without a writer: whoever opens it to read waits for ever. */
    static void pipe(Path path) throws IOException {
        Process mkfifo =
                new ProcessBuilder("mkfifo", path.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (mkfifo.waitFor() != 0) {
                throw new IOException("mkfifo " + path + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** A socket's name, left behind by a program that is gone. */
    static void socket(Path path) throws IOException {
        // A socket's path may have some hundred characters only, so it is moved to its place.
        Path folder = Files.createTempDirectory("s");
        Path bound = folder.resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(bound));
        }
        Files.move(bound, path, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(folder);
    }

    /** A link to nothing. */
    static void danglingLink(Path path) throws IOException {
        Files.createSymbolicLink(path, path.resolveSibling("gone"));
    }

    /** A link to itself. */
    static void loop(Path path) throws IOException {
        Files.createSymbolicLink(path, path.getFileName());
    }
}
