package dev.fer4j.examples;

import dev.fer4j.core.design.Condition;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.study.Study;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;

/** Runs a whole study: do social-media faces help the model on advertisements never seen? */
public final class RunStudy {

    private RunStudy() {}

    /** Arguments: a NeuroBioSense folder and a folder of stills; without any, a drawn corpus. */
    public static void main(String[] arguments) throws IOException {
        Path folder = ExampleInputs.folder("study");
        StudyOutput out;
        if (arguments.length > 1) {
            Path videos = Path.of(arguments[0]);
            out = run(videos, Path.of(arguments[1]), folder, TrainingPlan.paper());
        } else {
            ToyFolders toy = ExampleInputs.toy();
            out = run(toy.baseline(), toy.youtube(), folder, ExampleInputs.SMALL);
        }
        System.out.println(out.table1().toText());
        System.out.println(out.table2().toText());
    }

    /** Trains the network on videos alone and with stills, and writes the report. */
    public static StudyOutput run(Path videos, Path stills, Path folder, TrainingPlan plan)
            throws IOException {
        DataSource baseline = DataSource.neuroBioSense(videos);
        DataSource youtube = DataSource.stills(stills);

        StudyOutput out =
                Study.of(
                                StudySettings.paper(folder)
                                        .withConditions(
                                                Condition.BASELINE, Condition.BASELINE_YOUTUBE)
                                        .withTraining(plan)) // such as TrainingPlan.paper()
                        .run(StudySources.of(baseline, youtube));
        System.out.println("Report: " + out.report());
        return out;
    }
}
