package dev.fer4j.cli.command;

import dev.fer4j.cli.option.DeviceOption;
import dev.fer4j.cli.option.ProjectionOptions;
import dev.fer4j.cli.option.SplitOptions;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.EnumName;
import dev.fer4j.cli.output.ExistingOption;
import dev.fer4j.cli.output.OutputFolder;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.FolderLock;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.composition.FingerprintCache;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.projection.Projector;
import dev.fer4j.synthesis.recipe.StyleGan2Recipe;
import dev.fer4j.synthesis.recipe.SynthesisFiles;
import dev.fer4j.synthesis.recipe.TrainingFrames;
import dev.fer4j.synthesis.recipe.VariantCounts;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.train.model.LoadedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes synthetic images with the paper's recipe. */
@Command(
        name = "synthesize",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Makes synthetic images of the training participants: projects one random frame of each"
                    + " training recording, keeps its early styles, varies the late ones, and gives"
                    + " each image its frame's label.",
            "Writes a folder for --synthetic of fer study and fer train, with manifest.jsonl and"
                    + " sheet.png. Finished frames are not processed again."
        },
        mixinStandardHelpOptions = true)
public final class SynthesizeCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "GENERATOR", description = "A safetensors file.")
    private Path file;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            required = true,
            description = "The recordings' frames (.jsonl), such as those that fer study writes.")
    private Path manifest;

    @Mixin private SplitOptions split;

    @Option(
            names = "--per-frame",
            paramLabel = "N",
            description = "Images per frame. Default: ${DEFAULT-VALUE}, as in the paper.",
            defaultValue = "6")
    private int perFrame;

    @Option(
            names = "--balance",
            paramLabel = "CELLS",
            converter = EnumName.OfCells.class,
            description =
                    "Make more images of under-represented frames, by label or label-and-group"
                            + " (gender and age band). Default: none.",
            defaultValue = "none")
    private VariantCounts.Cells balance;

    @Option(
            names = "--most-per-frame",
            paramLabel = "N",
            description =
                    "With --balance: at most this many per frame. Default: four times"
                            + " --per-frame.")
    private Integer most;

    @Option(
            names = "--hold",
            paramLabel = "K",
            description =
                    "Styles 0 to K − 1 are the frame's, the others vary. Default: half of them.")
    private Integer hold;

    @Option(
            names = "--truncation",
            paramLabel = "PSI",
            description = "Of the styles that vary. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0.7")
    private double psi;

    @Mixin private ProjectionOptions projection;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all randomness. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: ${DEFAULT-VALUE}.",
            defaultValue = OutputFolder.PREFIX + "synthetic")
    private Path out;

    @Mixin private DeviceOption device;

    @Mixin private ExistingOption existing;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        Path folder = out.toAbsolutePath().normalize();
        VariantCounts counts = counts();
        OutputPath.requireFolder(folder);
        try (ProgressBars progress = ProgressBars.onStandardError();
                LoadedGenerator opened = LoadedGenerator.of(file, device.choice())) {
            TrainingFrames frames = frames(progress);
            Optional<LoadedModel> features = projection.model(device.choice());
            try {
                StyleGan2Recipe recipe = recipe(folder, opened, features, counts);
                try (FolderLock lock =
                        FolderLock.acquire(
                                folder, OwnedFolder.Content.RESULTS, existing.foreign())) {
                    Manifest made = recipe.generate(frames, progress);
                    SynthesisFiles.write(lock.folder(), frames, made, perFrame);
                    print(folder, frames, made);
                }
            } finally {
                features.ifPresent(LoadedModel::close);
            }
        }
        return 0;
    }

    private VariantCounts counts() {
        try {
            return new VariantCounts(perFrame, balance, most == null ? 4 * perFrame : most);
        } catch (IllegalArgumentException e) {
            throw console.usage(e.getMessage());
        }
    }

    private TrainingFrames frames(ProgressBars progress) throws IOException {
        return TrainingFrames.of(
                ManifestFile.read(manifest),
                split.split(),
                new LeakageGate(Optional.of(new FingerprintCache(progress)), Map.of()),
                new Seed(seed).derive("frames"));
    }

    private StyleGan2Recipe recipe(
            Path folder,
            LoadedGenerator opened,
            Optional<LoadedModel> features,
            VariantCounts counts)
            throws IOException {
        int styles = opened.generator().config().styles();
        int held = hold == null ? styles / 2 : hold;
        if (held < 0 || held > styles) {
            throw console.usage("--hold " + held + ": this generator has " + styles + " styles");
        }
        Optional<Path> model = projection.features();
        String networks = opened.digest() + (model.isPresent() ? " " + Sha256.of(model.get()) : "");
        return new StyleGan2Recipe(
                folder,
                new ImageGenerator(opened.generator(), Truncation.of(psi)),
                new Projector(
                        opened.generator(),
                        projection.plan(),
                        ProjectionOptions.distance(features, opened)),
                new StyleGan2Recipe.Settings(
                        opened.name(),
                        networks + " psi " + psi,
                        projection.plan(),
                        held,
                        counts,
                        new Seed(seed).derive("synthesis")));
    }

    private void print(Path folder, TrainingFrames frames, Manifest made) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", folder.toString());
        document.put("frames", frames.frames().size());
        document.put("images", made.samples().size());
        document.put("dropped", made.quarantined());
        console.print(document, () -> text(folder, frames, made));
    }

    private static String text(Path folder, TrainingFrames frames, Manifest made) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : made.quarantined()) {
            text.append("Dropped ").append(problem.message()).append('\n');
        }
        return text.append(made.samples().size() + " images of " + frames.frames().size())
                .append(" frames, " + made.quarantined().size() + " of which were dropped: ")
                .append(folder + "\nUse it with --synthetic " + folder + "\n")
                .toString();
    }
}
