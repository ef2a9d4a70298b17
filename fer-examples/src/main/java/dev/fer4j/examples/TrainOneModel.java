package dev.fer4j.examples;

import dev.fer4j.data.source.DataSource;
import dev.fer4j.study.Study;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.study.settings.TrainSettings;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;

/** Trains one model, which can be stopped and resumed, and writes it with its model card. */
public final class TrainOneModel {

    private TrainOneModel() {}

    /** Arguments: a NeuroBioSense folder; without any, a drawn corpus. */
    public static void main(String[] arguments) throws IOException {
        Path folder = ExampleInputs.folder("model");
        TrainOutput out =
                arguments.length > 0
                        ? train(Path.of(arguments[0]), folder, TrainingPlan.paper())
                        : train(ExampleInputs.toy().baseline(), folder, ExampleInputs.SMALL);
        out.history().epochs().forEach(System.out::println);
        System.out.println("Threshold: " + out.threshold().toText());
        out.files().forEach(System.out::println);
    }

    /** Trains, or resumes an unfinished training; a finished one is read. */
    public static TrainOutput train(Path videos, Path folder, TrainingPlan plan)
            throws IOException {
        return Study.of(StudySettings.paper(folder).withTraining(plan))
                .train(StudySources.of(DataSource.neuroBioSense(videos)), TrainSettings.defaults());
    }
}
