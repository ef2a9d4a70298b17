package dev.fer4j.train.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.composition.TrainingSet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.Pictures;
import dev.fer4j.train.loader.AugmentedImages;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.loader.TrainingPass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the network is fed with, to the last bit: sampling, augmentation and mixing by fixed seeds.
 * Weights depend on the processor; these bytes do not, since the images have the network's size, so
 * that OpenCV resizes none.
 */
class InputBatchesTest {

    /**
     * SHA-256 of two epochs. Whoever changes on purpose what a seed draws, or what an augmentation
     * makes of a pixel, puts here what the test then finds, and says so in the changelog: trainings
     * of old seeds cannot be repeated any more.
     */
    private static final String EPOCHS =
            "322e84983a23eba32491ec4d82b8d36ceaf8623a4500f5eb5a8554ef4a0fee21";

    private static final Seed SEED = new Seed(20);
    private static final int SIZE = 80;

    @TempDir private Path folder;

    private final List<TrainingItem> items = new ArrayList<>();

    /** Four people with 1, 2, 6 and 14 images, more of one label than of the other. */
    @BeforeEach
    void drawPictures() throws IOException {
        int[] people = {1, 2, 6, 14};
        for (int person = 0; person < people.length; person++) {
            for (int i = 0; i < people[person]; i++) {
                String name = "p" + person + "-" + i;
                Label label = i % 3 == 0 ? Label.NOT_INTERESTED : Label.INTERESTED;
                Path file = folder.resolve(name + ".png").toAbsolutePath();
                ImageFiles.writePng(file, Pictures.picture(label, SEED.derive(name).generator()));
                items.add(new TrainingItem(sample("p" + person, name, label, file)));
            }
        }
    }

    private static Sample sample(String person, String name, Label label, Path file)
            throws IOException {
        return new Sample(
                "baseline/" + name,
                file,
                label,
                person,
                name,
                Optional.empty(),
                Optional.of(AdCategory.FOOD_MARKET),
                "baseline",
                new Origin.StillImage(name),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Sha256.of(file));
    }

    private String digest(
            ImageSource images, int workers, Sampling sampling, BatchAugmentation mixing) {
        TrainingSet set = new TrainingSet(items, items.size());
        images.prepare(items.stream().map(TrainingItem::sample).toList());
        Hasher hasher = Hashing.sha256().newHasher();
        try (BatchLoader loader = new BatchLoader(images, 5, workers)) {
            for (int epoch = 1; epoch <= 2; epoch++) {
                TrainingPass pass =
                        new TrainingPass(
                                sampling.order(set, SEED, epoch),
                                new AugmentedImages(AugmentationPolicy.paper(), SEED, images),
                                mixing,
                                epoch);
                Iterator<Batch> batches = loader.pass(pass, 0);
                while (batches.hasNext()) {
                    Batch batch = batches.next();
                    hasher.putBytes(batch.pixels());
                    for (int i = 0; i < batch.samples().size(); i++) {
                        // CutMix's targets are shares of whole pixels.
                        hasher.putInt(Math.round(batch.target(i) * SIZE * SIZE));
                    }
                }
            }
        }
        return hasher.hash().toString();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "1, true", "4, true"})
    void seedFixesEveryByteHoweverManyWorkersAndWhereverImagesAreKept(int workers, boolean disk) {
        Optional<Path> cache = disk ? Optional.of(folder.resolve("cache")) : Optional.empty();
        ImageSource images = ImageSource.of(cache, SIZE, ProgressListener.none());
        assertThat(
                        digest(
                                images,
                                workers,
                                Sampling.PERSON_BALANCED,
                                new BatchAugmentation.CutMix(1)))
                .isEqualTo(EPOCHS);
    }

    @Test
    void samplingAndMixingChangeIt() {
        ImageSource images = ImageSource.of(Optional.empty(), SIZE, ProgressListener.none());
        String shuffled = digest(images, 2, Sampling.SHUFFLED, new BatchAugmentation.CutMix(1));
        String unmixed = digest(images, 2, Sampling.PERSON_BALANCED, BatchAugmentation.none());
        assertThat(List.of(EPOCHS, shuffled, unmixed)).doesNotHaveDuplicates();
    }
}
