package dev.fer4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarksTest {

    @Test
    void eachBenchmarkSaysWhatItMeasuresAndWhatItsOptionsAre() {
        CommandLine benchmark = new CommandLine(new Benchmarks());
        Set<String> names = benchmark.getSubcommands().keySet();
        assertThat(names).contains("optimizer", "checkpoint", "resume", "kills", "memory");
        for (String name : names) {
            StringWriter printed = new StringWriter();
            int status =
                    new CommandLine(new Benchmarks())
                            .setOut(new PrintWriter(printed))
                            .execute(name, "--help");
            assertThat(status).as(name).isZero();
            assertThat(printed.toString())
                    .startsWith("Usage: benchmark " + name)
                    .contains("--help", "efault:");
        }
    }
}
