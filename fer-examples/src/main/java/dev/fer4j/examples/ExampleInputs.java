package dev.fer4j.examples;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What the examples run on without arguments: drawn faces, a small network, made-up scores. */
final class ExampleInputs {

    /** Trains in seconds on a CPU, and predicts little. */
    static final TrainingPlan SMALL =
            TrainingPlan.small()
                    .withBackbone(MiniXception.defaults())
                    .withInputSize(48)
                    .withEpochs(1);

    private ExampleInputs() {}

    static Path folder(String example) {
        return Path.of("target", "examples", example);
    }

    static ToyFolders toy() throws IOException {
        return toy(folder("toy"));
    }

    /** A corpus, which takes up to a minute to draw if it is not there. */
    static ToyFolders toy(Path folder) throws IOException {
        return ToyCorpus.write(folder, new Seed(1), ToyScale.SMALLEST, ProgressListener.none());
    }

    static List<Path> clips(int count) throws IOException {
        return files(toy().baseline(), ".mp4").subList(0, count);
    }

    static Path still() throws IOException {
        return files(toy().youtube(), ".jpg").get(0);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** The model of {@link TrainOneModel}, trained if it is not there. */
    static Path model() throws IOException {
        TrainOneModel.main(new String[0]);
        return folder("model").resolve("model.safetensors");
    }

    /** Scores of 40 people with five recordings each; a skill of 0 ignores the labels. */
    static Path scores(String name, double skill) throws IOException {
        RandomGenerator random = new Seed(1).generator();
        StringBuilder csv = new StringBuilder("label,score,recording,participant,gender\n");
        for (int i = 0; i < 200; i++) {
            int person = i / 5;
            int label = random.nextInt(2);
            double score = 1 / (1 + Math.exp(skill * (1 - 2 * label) + random.nextGaussian()));
            csv.append(label + "," + score + ",r" + i + ",p" + person + ",");
            csv.append(person % 2 == 0 ? "female\n" : "male\n");
        }
        Path file = folder("scores").resolve(name + ".csv");
        WholeFile.writeString(file, csv.toString());
        return file;
    }
}
