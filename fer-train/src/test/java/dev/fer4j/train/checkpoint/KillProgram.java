package dev.fer4j.train.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Saves checkpoints and ends at a step of the last save. Arguments: folder, number of the last
 * checkpoint, the step's index, and how: {@code halt} by itself, or {@code wait} to be killed.
 */
final class KillProgram {

    private KillProgram() {}

    public static void main(String[] arguments) {
        long last = Long.parseLong(arguments[1]);
        int fatal = Integer.parseInt(arguments[2]);
        boolean halt = arguments[3].equals("halt");
        AtomicInteger count = new AtomicInteger(Integer.MIN_VALUE);
        SteppedFiles files =
                new SteppedFiles(
                        step -> {
                            if (count.getAndIncrement() == fatal) {
                                end(step, halt);
                            }
                        });
        try (CheckpointStore store = CheckpointFixture.open(Path.of(arguments[0]), files)) {
            for (long number = 1; number < last; number++) {
                CheckpointFixture.save(store, number);
            }
            count.set(0);
            CheckpointFixture.save(store, last);
        }
    }

    private static void end(String step, boolean halt) throws IOException {
        System.out.println(step);
        System.out.flush();
        if (halt) {
            Runtime.getRuntime().halt(137);
        }
        throw new IOException("nobody killed this process, but sent " + System.in.read());
    }
}
