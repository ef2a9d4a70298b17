package dev.fer4j.examples;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.train.device.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Makes images with the StyleGAN2 generator of a file. */
public final class SyntheticFaces {

    private SyntheticFaces() {}

    /** Arguments: a safetensors file; without any, the generator of the drawn corpus. */
    public static void main(String[] arguments) throws IOException {
        Path generator =
                arguments.length > 0 ? Path.of(arguments[0]) : ExampleInputs.toy().generator();
        Path sheet = ExampleInputs.folder("synthetic").resolve("sheet.png");
        int images = generate(generator, 16, sheet).size();
        System.out.println(images + " images: " + sheet);
    }

    /**
     * Makes an image of each seed from 0, and a contact sheet of them.
     *
     * @param count how many, at least 1
     */
    public static List<RgbImage> generate(Path file, int count, Path sheet) throws IOException {
        try (LoadedGenerator loaded = LoadedGenerator.of(file, DeviceChoice.CPU)) {
            List<Seed> seeds = LongStream.range(0, count).mapToObj(Seed::new).toList();
            List<RgbImage> images =
                    new ImageGenerator(loaded.generator(), Truncation.of(0.7)).images(seeds);
            ImageFiles.writePng(sheet, ContactSheet.ofOwnSize(images, 4, 2));
            return images;
        }
    }
}
