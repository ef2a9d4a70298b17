package dev.fer4j.train;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Small real PNG files whose label is plain to see: the upper or the lower half is bright. */
public final class Pictures {

    private static final int SIDE = 80;

    private Pictures() {}

    /** As many for each split. */
    public static Composition compose(Path folder, int recordingsPerCategory) throws IOException {
        return compose(laboratory(folder, recordingsPerCategory));
    }

    /** More to train on than to validate and to test. */
    public static Composition compose(Path folder, int training, int others) throws IOException {
        return compose(laboratory(folder, training, others, others));
    }

    private static Composition compose(Manifest laboratory) {
        return Composition.compose(Condition.BASELINE, CategorySplit.paper(), List.of(laboratory));
    }

    /** Still images of other people, which any condition may add. */
    public static Manifest youtube(Path folder, int images) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            samples.add(sample(folder, "youtube", new AdCategory("reactions"), i));
        }
        return new Manifest("youtube", samples, List.of());
    }

    public static Manifest laboratory(Path folder, int recordingsPerCategory) throws IOException {
        return laboratory(
                folder, recordingsPerCategory, recordingsPerCategory, recordingsPerCategory);
    }

    private static Manifest laboratory(Path folder, int food, int cosmetics, int cars)
            throws IOException {
        List<Sample> samples = new ArrayList<>();
        add(samples, folder, AdCategory.FOOD_MARKET, food);
        add(samples, folder, AdCategory.COSMETICS_FASHION, cosmetics);
        add(samples, folder, AdCategory.CAR_TECHNOLOGY, cars);
        return new Manifest("baseline", samples, List.of());
    }

    private static void add(List<Sample> samples, Path folder, AdCategory category, int count)
            throws IOException {
        for (int i = 0; i < count; i++) {
            samples.add(sample(folder, "baseline", category, i));
        }
    }

    private static Sample sample(Path folder, String source, AdCategory category, int number)
            throws IOException {
        Label label = number % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED;
        String name = category + "-" + number;
        Path file = folder.resolve(name + ".png").toAbsolutePath();
        ImageFiles.writePng(file, picture(label, new Seed(1).derive(name).generator()));
        return new Sample(
                source + "/" + name,
                file,
                label,
                "p" + name,
                name,
                Optional.empty(),
                Optional.of(category),
                source,
                new Origin.StillImage(name),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Sha256.of(file));
    }

    public static RgbImage picture(Label label, RandomGenerator random) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < rgb.length; i++) {
            boolean upper = i < rgb.length / 2;
            int base = upper == (label == Label.INTERESTED) ? 190 : 60;
            rgb[i] = (byte) (base + random.nextInt(40));
        }
        return new RgbImage(SIDE, SIDE, rgb);
    }
}
