package dev.fer4j.benchmarks.loader;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Generates PNG files with smooth colours and some noise, larger than the network's input. */
public final class DrawnImages {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 320;

    private DrawnImages() {}

    /** Writes images, which are the same each time. */
    public static List<Sample> write(Path folder, int count) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(i + ".png").toAbsolutePath();
            ImageFiles.writePng(file, draw(new Seed(1).derive("image", i).generator()));
            samples.add(sample(i, file));
        }
        return samples;
    }

    private static RgbImage draw(RandomGenerator random) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        double tilt = random.nextDouble();
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            double place = tilt * (pixel % WIDTH) / WIDTH + (1 - tilt) * pixel / WIDTH / HEIGHT;
            rgb[i] = (byte) (40 + 60 * (i % 3) + 60 * place + random.nextInt(10));
        }
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }

    private static Sample sample(int number, Path file) throws IOException {
        return new Sample(
                "s" + number,
                file,
                number % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                "p" + number,
                "r" + number,
                Optional.empty(),
                Optional.empty(),
                "drawn",
                new Origin.StillImage(file.getFileName().toString()),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Sha256.of(file));
    }
}
