package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class MemoryTest {

    private static final int WARM_UP = 150;

    @TempDir private Path folder;

    /** A batch that was kept would be 55 KB a step, a copy of the weights ten times that. */
    @Test
    void residentMemoryStaysFlatOverFourHundredSteps() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xms96m",
                                "-Xmx96m",
                                "-XX:+AlwaysPreTouch",
                                "-XX:TieredStopAtLevel=1",
                                "-Dai.djl.offline=true",
                                "-DOPT_OUT_TRACKING=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MemoryProgram.class.getName(),
                                folder.toString(),
                                "20")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<Long> resident =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.matches("\\d+"))
                        .map(Long::valueOf)
                        .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(resident).hasSize(400);
        assertThat(slope(resident.subList(WARM_UP, resident.size()))).isLessThan(12);
    }

    /** Of the line through the values by least squares, in kilobytes a step. */
    private static double slope(List<Long> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToLong(v -> v).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            products += (i - middle) * (values.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return products / squares;
    }
}
