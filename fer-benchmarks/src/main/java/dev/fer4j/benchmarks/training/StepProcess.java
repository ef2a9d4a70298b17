package dev.fer4j.benchmarks.training;

import com.google.common.primitives.Doubles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A contestant in a separate process that stays alive between rounds: for each line of input it
 * makes a step and prints its duration in seconds.
 */
final class StepProcess implements AutoCloseable {

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter requests;

    /**
     * Starts a program and waits until it is ready.
     *
     * @param environment added to the environment of this process; an empty value removes a
     *     variable
     */
    StepProcess(String name, List<String> command, Map<String, String> environment)
            throws IOException {
        this.name = name;
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        environment.forEach(
                (variable, value) -> {
                    if (value.isEmpty()) {
                        builder.environment().remove(variable);
                    } else {
                        builder.environment().put(variable, value);
                    }
                });
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        String first = answers.readLine();
        if (!"ready".equals(first)) {
            close();
            throw new IOException(name + " did not start: '" + first + "'");
        }
    }

    /** Requests one piece of work and returns its duration in seconds. */
    double ask(String work) throws IOException {
        requests.println(work);
        String answer = answers.readLine();
        Double seconds = answer == null ? null : Doubles.tryParse(answer);
        if (seconds == null) {
            throw new IOException(name + " answered '" + answer + "' instead of seconds");
        }
        return seconds;
    }

    @Override
    public void close() {
        requests.close();
        process.destroy();
    }
}
