package dev.fer4j.examples;

import dev.fer4j.core.Label;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.GradCam;
import dev.fer4j.train.model.HeatMap;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;

/** Shows where in an image a model sees evidence for interest, by Grad-CAM. */
public final class ExplainPrediction {

    private ExplainPrediction() {}

    /** Arguments: a model file and an image; without any, a small model and a drawn face. */
    public static void main(String[] arguments) throws IOException {
        boolean given = arguments.length > 1;
        Path model = given ? Path.of(arguments[0]) : ExampleInputs.model();
        Path image = given ? Path.of(arguments[1]) : ExampleInputs.still();
        Path overlay = ExampleInputs.folder("explained").resolve("overlay.png");
        HeatMap map = explain(model, image, overlay);
        System.out.printf("probability %.3f%n", map.prediction().probability());
        System.out.println(map.stage() + " peaks at " + map.peak() + ": " + overlay);
    }

    /** Writes the image with the heat map over it. */
    public static HeatMap explain(Path model, Path image, Path overlay) throws IOException {
        try (LoadedModel loaded = ModelFile.read(model, DeviceChoice.CPU)) {
            RgbImage face = ImageFiles.read(image);
            HeatMap map = GradCam.of(loaded).explain(face, Label.INTERESTED);
            ImageFiles.writePng(overlay, map.over(face, 0.7));
            return map;
        }
    }
}
