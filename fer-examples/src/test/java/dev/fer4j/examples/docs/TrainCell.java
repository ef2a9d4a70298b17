package dev.fer4j.examples.docs;

import dev.fer4j.core.Manifest;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.data.manifest.ManifestCsv;
import dev.fer4j.eval.study.CellMain;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.cell.CellTrainer;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of docs/studies.md. */
public final class TrainCell {
    public static void main(String[] arguments) throws IOException {
        List<Manifest> manifests = List.of(ManifestCsv.read(Path.of(arguments[0])));
        CellMain.run(
                arguments,
                listener ->
                        new CellTrainer(
                                        manifests,
                                        LeakageGate.identities(),
                                        TrainingPlan.paper(),
                                        TrainingOptions.defaults().withProgress(listener))
                                ::run);
    }

    private TrainCell() {}
}
