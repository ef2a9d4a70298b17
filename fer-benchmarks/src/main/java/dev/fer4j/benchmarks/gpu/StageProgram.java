package dev.fer4j.benchmarks.gpu;

import dev.fer4j.core.io.Json;
import dev.fer4j.train.device.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;

/** Runs one stage. Arguments: its name, the device, the name of the scale, an empty folder. */
public final class StageProgram {

    /** Begins a line of output that has a finding as JSON; the engine may print other lines. */
    static final String FINDING = "finding ";

    /** Begins a line of output that says why the stage failed. */
    static final String PROBLEM = "problem ";

    private StageProgram() {}

    /** Prints a line for each finding. */
    public static void main(String[] arguments) {
        try {
            Stage.valueOf(arguments[0])
                    .run(
                            new Setup(
                                    DeviceChoice.parse(arguments[1]),
                                    Scale.named(arguments[2]),
                                    Path.of(arguments[3]),
                                    one -> System.out.println(FINDING + Json.line(one))));
        } catch (IOException | RuntimeException | LinkageError e) {
            e.printStackTrace();
            System.out.println(PROBLEM + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
            System.exit(1);
        }
        // Threads of the engine do not keep it running.
        System.exit(0);
    }
}
