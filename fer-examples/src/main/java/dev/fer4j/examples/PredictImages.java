package dev.fer4j.examples;

import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.GroupPrediction;
import dev.fer4j.train.model.ImagePrediction;
import dev.fer4j.train.model.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Predicts images with a model file: each folder of images is one recording. */
public final class PredictImages {

    private PredictImages() {}

    /** Arguments: a model file and folders of images; without any, frames of two drawn clips. */
    public static void main(String[] arguments) throws IOException {
        Path model;
        List<Path> folders = new ArrayList<>();
        if (arguments.length > 1) {
            model = Path.of(arguments[0]);
            Stream.of(arguments).skip(1).map(Path::of).forEach(folders::add);
        } else {
            model = ExampleInputs.model();
            for (Path clip : ExampleInputs.clips(2)) {
                folders.add(ExampleInputs.folder("clips").resolve("clip" + folders.size()));
                SampleFrames.sample(clip, folders.get(folders.size() - 1));
            }
        }
        predict(model, folders).forEach(System.out::println);
    }

    /**
     * A prediction of each folder: the mean probability of its images, by the model's threshold.
     */
    public static List<GroupPrediction> predict(Path model, List<Path> folders) throws IOException {
        List<GroupPrediction> recordings = new ArrayList<>();
        try (Predictor predictor = Predictor.open(model, DeviceChoice.CPU)) {
            for (Path folder : folders) {
                List<ImagePrediction> images = predictor.predict(images(folder));
                recordings.add(
                        GroupPrediction.ofImages(
                                folder.toString(),
                                images,
                                AggregationRule.MEAN_PROBABILITY,
                                predictor.description().threshold()));
            }
        }
        return recordings;
    }

    private static List<RgbImage> images(Path folder) throws IOException {
        List<RgbImage> images = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                images.add(ImageFiles.read(file));
            }
        }
        return images;
    }
}
