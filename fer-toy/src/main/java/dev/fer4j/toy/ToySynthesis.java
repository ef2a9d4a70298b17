package dev.fer4j.toy;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.io.Resources;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
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
import java.util.List;

/**
 * The synthetic images of a toy corpus, by the paper's recipe: a StyleGAN2 of 64 pixels projects a
 * frame of each training recording, and its late styles vary. The generator has learned from drawn
 * people of other seeds (docs/toy-corpus.md says how), so it has seen no one in the training or
 * test split.
 */
final class ToySynthesis {

    private static final String WEIGHTS = "networks.safetensors";

    /**
     * Of ten, up to maps of 32 pixels: shape, pose and expression; left are colours and texture.
     */
    private static final int HELD_STYLES = 7;

    private static final double TRUNCATION = 0.7;

    private final ToyFolders folders;
    private final ToyScale scale;
    private final Seed seed;

    ToySynthesis(ToyFolders folders, ToyScale scale, Seed seed) {
        this.folders = folders;
        this.scale = scale;
        this.seed = seed;
    }

    /** Makes those images that are missing. The recordings must have been drawn. */
    void run(ProgressListener progress) throws IOException {
        WholeFile.write(
                folders.generator(),
                Resources.asByteSource(Resources.getResource(ToySynthesis.class, WEIGHTS))::copyTo);
        // Of this name always: what a run that was killed has left is used, and goes.
        Path sampled = folders.synthetic().resolveSibling(".frames");
        try (LoadedGenerator generator =
                LoadedGenerator.of(folders.generator(), DeviceChoice.CPU)) {
            recipe(generator).generate(frames(sampled, progress), progress);
        } finally {
            // Insecure only where the file system cannot open folders relative to each other.
            MoreFiles.deleteRecursively(sampled, RecursiveDeleteOption.ALLOW_INSECURE);
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

    private TrainingFrames frames(Path sampled, ProgressListener progress) throws IOException {
        Manifest recordings =
                new Ingestion(sampled, SamplingRule.paper())
                        .run(
                                DataSource.neuroBioSense(folders.baseline())
                                        .withRights(ToyCorpus.RIGHTS)
                                        .list(),
                                progress);
        Composition composition =
                Composition.compose(Condition.BASELINE, CategorySplit.paper(), List.of(recordings));
        return TrainingFrames.of(composition, seed.derive("synthetic frames"));
    }
}
