package dev.fer4j.eval.study;

import dev.fer4j.core.design.Condition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A study whose two cells wait forever, to be killed. Arguments: what its cells do, a folder. It
 * prints a line for each cell that waits.
 */
final class ForkParent {

    static final StudyPlan PLAN = StudyPlan.paper(Condition.STANDARD.subList(0, 2));

    private ForkParent() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        ForkedCellRunner runner =
                new ForkedCellRunner(ForkProgram.command(arguments[0], folder), folder)
                        .withParallelism(2)
                        .withGrace(Duration.ofMillis(1))
                        .withListener(progress -> System.out.println(progress.note()));
        new StudyRunner(PLAN, folder.resolve("out"), "a").run(runner, progress -> {});
    }
}
