package dev.fer4j.eval.study;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.MadeUpStudy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A process that runs a cell. Arguments: what it does, a folder, the request. It tells what it is
 * at as a progress note.
 */
final class ForkProgram {

    private static final String TASK = "made up";

    private ForkProgram() {}

    /** Small JVMs that start fast. */
    static List<String> command(String what, Path folder) {
        return ForkedCellRunner.javaCommand(
                ForkProgram.class,
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-XX:-UsePerfData"),
                what,
                folder.toString());
    }

    public static void main(String[] arguments) throws IOException {
        String what = arguments[0];
        Path folder = Path.of(arguments[1]);
        if (!what.equals("forget")) {
            CellMain.run(arguments, listener -> cell -> run(what, folder, cell, listener));
        }
    }

    private static CellResult run(String what, Path folder, Cell cell, ProgressListener listener)
            throws IOException {
        switch (what) {
            case "train" -> tell(listener, "place " + System.getenv("PLACE"));
            case "chat" -> {
                System.out.println("on standard output: grüße");
                System.err.println("on standard error");
                tell(listener, "chatting: grüße");
            }
            case "fail" ->
                    throw new InputException(
                            Problem.Kind.MISSING, "a.png", "is gone", "bring it back");
            case "crash" -> {
                System.err.println("about to crash");
                Runtime.getRuntime().halt(3);
            }
            case "killed" -> Runtime.getRuntime().halt(137);
            case "other" -> {
                return MadeUpStudy.result(
                        new Cell(cell.condition(), cell.split(), cell.seed().derive("other")),
                        0.5,
                        2);
            }
            case "wait" -> hold(folder, cell, listener);
            case "stay" -> {
                // A hook that never ends holds the end of a JVM up forever.
                Runtime.getRuntime().addShutdownHook(new Thread(ForkProgram::forever));
                hold(folder, cell, listener);
            }
            default -> throw new IllegalArgumentException(what);
        }
        return MadeUpStudy.result(cell, 0.5, 2);
    }

    /** Holds a lock until the process ends, which is how others see that it has. */
    private static void hold(Path folder, Cell cell, ProgressListener listener) throws IOException {
        FileChannel channel = FileChannel.open(lock(folder, cell), StandardOpenOption.WRITE);
        channel.lock();
        tell(listener, "holding");
        forever();
    }

    private static void forever() {
        Uninterruptibles.awaitUninterruptibly(new CountDownLatch(1));
    }

    private static void tell(ProgressListener listener, String note) {
        listener.update(new Progress(TASK, 1, 2, note));
    }

    /** The file that a waiting process holds; to be made before. */
    static Path lock(Path folder, Cell cell) {
        return folder.resolve(cell.id() + ".lock");
    }
}
