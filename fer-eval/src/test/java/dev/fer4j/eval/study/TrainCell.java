package dev.fer4j.eval.study;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.eval.MadeUpStudy;
import java.io.IOException;
import java.nio.file.Path;

/** The program that docs/studies.md shows; its trainings are made up. */
// studies.md: begin child
public final class TrainCell {
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        CellMain.run(arguments, listener -> trainer(data, listener));
    }

    // studies.md: end child

    private TrainCell() {}

    private static CellRunner trainer(Path data, ProgressListener listener) {
        return cell -> {
            listener.update(new Progress(data.getFileName().toString(), 1, 1, ""));
            return MadeUpStudy.result(cell, 0.5, 2);
        };
    }
}
