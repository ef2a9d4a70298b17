package dev.fer4j.eval.study;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.eval.MadeUpStudy;
import java.io.IOException;
import java.nio.file.Path;

/** A program as docs/studies.md shows one; its trainings are made up. */
public final class TrainCell {
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        CellMain.run(arguments, listener -> trainer(data, listener));
    }

    private TrainCell() {}

    private static CellRunner trainer(Path data, ProgressListener listener) {
        return cell -> {
            listener.update(new Progress(data.getFileName().toString(), 1, 1, ""));
            return MadeUpStudy.result(cell, 0.5, 2);
        };
    }
}
