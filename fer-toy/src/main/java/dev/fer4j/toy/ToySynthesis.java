package dev.fer4j.toy;

import com.google.common.io.Resources;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.projection.PerceptualDistance;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.projection.Projector;
import dev.fer4j.synthesis.recipe.StyleGan2Recipe;
import dev.fer4j.synthesis.recipe.TrainingFrames;
import dev.fer4j.synthesis.recipe.VariantCounts;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.device.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The synthetic images of a toy corpus, made with the paper's recipe: a frame of each training
 * recording is projected into a StyleGAN2 of 64 pixels, and its late styles are varied. The
 * generator was trained on drawn people of other seeds (see docs/toy-corpus.md), so it has seen
 * nobody from the training or test split.
 */
final class ToySynthesis {

    private static final String WEIGHTS = "networks.safetensors";

    /**
     * The first 7 of 10 styles, up to maps of 32 pixels, hold shape, pose and expression; the rest
     * hold colours and texture.
     */
    private static final int HELD_STYLES = 7;

    private static final double TRUNCATION = 0.7;
    private static final CategorySplit SPLIT = CategorySplit.paper();

    private final ToyFolders folders;
    private final ToyScale scale;
    private final Seed seed;

    ToySynthesis(ToyFolders folders, ToyScale scale, Seed seed) {
        this.folders = folders;
        this.scale = scale;
        this.seed = seed;
    }

    /** Makes the missing images. The recordings must have been drawn. */
    void run(ProgressListener progress) throws IOException {
        WholeFile.write(
                folders.generator(),
                Resources.asByteSource(Resources.getResource(ToySynthesis.class, WEIGHTS))::copyTo);
        // Always of this name, so that the remains of a killed run are reused and deleted.
        Path sampled = folders.synthetic().resolveSibling(".frames");
        try (LoadedGenerator generator =
                LoadedGenerator.of(folders.generator(), DeviceChoice.CPU)) {
            recipe(generator).generate(frames(sampled, progress), progress);
        } finally {
            Ingestion.removeFrames(sampled);
        }
    }

    private StyleGan2Recipe recipe(LoadedGenerator generator) {
        ProjectionPlan projection = ProjectionPlan.defaults().withSteps(scale.projectionSteps());
        return new StyleGan2Recipe(
                folders.synthetic(),
                new ImageGenerator(generator.generator(), Truncation.of(TRUNCATION)),
                new Projector(
                        generator.generator(),
                        projection,
                        generator.discriminator().map(PerceptualDistance::of)),
                new StyleGan2Recipe.Settings(
                        generator.name(),
                        generator.digest() + " psi " + TRUNCATION,
                        projection,
                        HELD_STYLES,
                        VariantCounts.of(scale.syntheticPerRecording()),
                        seed.derive("synthetic")));
    }

    /**
     * The training recordings, and of each other category one recording of each label, since a
     * composition needs images of both in every split.
     */
    private static SourceListing needed(SourceListing all) {
        Set<List<Object>> seen = new HashSet<>();
        return new SourceListing(
                all.source(),
                all.folder(),
                all.recordings().stream()
                        .filter(
                                recording ->
                                        isForTraining(recording)
                                                || seen.add(
                                                        List.of(
                                                                recording.category(),
                                                                recording.label())))
                        .toList(),
                all.stills(),
                all.problems());
    }

    private static boolean isForTraining(Recording recording) {
        return recording.category().flatMap(SPLIT::splitOf).equals(Optional.of(Split.TRAIN));
    }

    private TrainingFrames frames(Path sampled, ProgressListener progress) throws IOException {
        Manifest recordings =
                new Ingestion(sampled, SamplingRule.paper())
                        .run(
                                needed(
                                        DataSource.neuroBioSense(folders.baseline())
                                                .withRights(ToyCorpus.RIGHTS)
                                                .list()),
                                progress);
        Composition composition =
                Composition.compose(Condition.BASELINE, SPLIT, List.of(recordings));
        return TrainingFrames.of(composition, seed.derive("synthetic frames"));
    }
}
