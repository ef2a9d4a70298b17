package dev.fer4j.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output or standard error, which remembers why it could not be written: {@link
 * PrintWriter} only tells that it could not.
 */
public final class StandardStream extends OutputStream {

    private final OutputStream stream;
    private Optional<IOException> failure = Optional.empty();

    StandardStream(OutputStream stream) {
        this.stream = stream;
    }

    /** Standard output. */
    public static StandardStream out() {
        return new StandardStream(new FileOutputStream(FileDescriptor.out));
    }

    /** Standard error. */
    public static StandardStream err() {
        return new StandardStream(new FileOutputStream(FileDescriptor.err));
    }

    /** A writer to this stream, in UTF-8. */
    public PrintWriter writer() {
        return new PrintWriter(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    /** Why something could not be written; empty if everything was. */
    public synchronized Optional<IOException> failure() {
        return failure;
    }

    /** Whether the reader of a pipe has ended, as {@code head} does when it has enough. */
    public synchronized boolean isClosedPipe() {
        return failure.map(IOException::getMessage)
                .filter(why -> why.toLowerCase(Locale.ROOT).contains("pipe"))
                .isPresent();
    }
}
