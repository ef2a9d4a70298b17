package dev.fer4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardStreamTest {

    @ParameterizedTest
    @CsvSource({
        "Broken pipe, true",
        "Datenübergabe unterbrochen (broken pipe), true",
        "The pipe is being closed, true",
        "No space left on device, false"
    })
    void firstFailureIsRemembered(String why, boolean closed) {
        StandardStream stream =
                new StandardStream(
                        new OutputStream() {
                            private int failures;

                            @Override
                            public void write(int one) throws IOException {
                                failures++;
                                throw new IOException(failures == 1 ? why : "another");
                            }
                        });
        PrintWriter writer = stream.writer();
        writer.println("a");
        writer.println("b");
        assertThat(writer.checkError()).isTrue();
        assertThat(stream.failure()).get().extracting(IOException::getMessage).isEqualTo(why);
        assertThat(stream.isClosedPipe()).isEqualTo(closed);
    }

    @Test
    void whatIsPrintedIsWrittenInUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardStream stream = new StandardStream(bytes);
        PrintWriter writer = stream.writer();
        writer.print("größe");
        writer.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("größe");
        assertThat(stream.failure()).isEmpty();
        assertThat(stream.isClosedPipe()).isFalse();
    }

    @Test
    void logsAreShownWithoutEffects() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (VisibleErrors errors = new VisibleErrors(bytes)) {
            errors.println("a\u001b[2J");
            errors.print("b\u202e\n");
            errors.println(new IllegalStateException("c\u0000"));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "a\\u001b[2J", "b\\u202e", "java.lang.IllegalStateException: c\\u0000");
    }
}
