package dev.fer4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** What a run of {@code fer} left on its two streams, and its exit status. */
public record FerRun(int status, String out, String err) {

    public static FerRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Fer.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new FerRun(status, out.toString(), err.toString());
    }

    public JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }
}
