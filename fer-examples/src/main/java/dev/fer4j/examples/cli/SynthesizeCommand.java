package dev.fer4j.examples.cli;

import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.FolderLock;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.FingerprintCache;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.projection.Projector;
import dev.fer4j.synthesis.recipe.StyleGan2Recipe;
import dev.fer4j.synthesis.recipe.TrainingFrames;
import dev.fer4j.synthesis.recipe.VariantCounts;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.train.predict.LoadedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The paper's recipe. */
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
final class SynthesizeCommand implements Callable<Integer> {

    private static final int SHEET_FRAMES = 12;

    @Spec private CommandSpec spec;

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
            description = "Output folder. Default: target/synthetic of fer-examples.")
    private Path out;

    @Mixin private DeviceOption device;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter stdout = spec.commandLine().getOut();
        Path folder =
                out == null ? OutputFolder.standard("synthetic") : out.toAbsolutePath().normalize();
        VariantCounts counts = counts();
        try (FolderLock lock = FolderLock.acquire(folder);
                ProgressBars progress = ProgressBars.onStandardError();
                LoadedGenerator opened = LoadedGenerator.of(file, device.choice())) {
            TrainingFrames frames = frames(progress);
            Optional<LoadedModel> features = projection.model(device.choice());
            try {
                Manifest made =
                        recipe(lock.folder(), opened, features, counts).generate(frames, progress);
                ManifestFile.write(folder.resolve("manifest.jsonl"), made, folder);
                writeSheet(folder, frames, made);
                print(stdout, folder, frames, made);
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
            throw usage(e.getMessage());
        }
    }

    private TrainingFrames frames(ProgressBars progress) throws IOException {
        Manifest recordings = ManifestFile.read(manifest);
        Condition alone =
                new Condition("frames", "Training frames", recordings.source(), List.of());
        Composition composition =
                Composition.compose(
                        alone,
                        split.split(),
                        List.of(recordings),
                        new LeakageGate(Optional.of(new FingerprintCache(progress)), Map.of()));
        return TrainingFrames.of(composition, new Seed(seed).derive("frames"));
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
            throw usage("--hold " + held + ": this generator has " + styles + " styles");
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

    /** A row for each of some frames: the frame, its projection, its images. */
    private void writeSheet(Path folder, TrainingFrames frames, Manifest made) throws IOException {
        List<RgbImage> cells = new ArrayList<>();
        int rows = 0;
        for (Sample frame : frames.frames()) {
            List<Sample> images =
                    made.samples().stream()
                            .filter(s -> s.recording().equals("stylegan2/" + frame.recording()))
                            .limit(perFrame)
                            .toList();
            if (rows < SHEET_FRAMES && images.size() == perFrame) {
                RgbImage first = ImageFiles.read(images.get(0).file());
                int side = first.width();
                cells.add(ImageFiles.resize(ImageFiles.read(frame.file()), side, side));
                cells.add(ImageFiles.read(images.get(0).file().resolveSibling("projection.png")));
                for (Sample image : images) {
                    cells.add(ImageFiles.read(image.file()));
                }
                rows++;
            }
        }
        if (rows > 0) {
            ImageFiles.writePng(
                    folder.resolve("sheet.png"), ContactSheet.ofOwnSize(cells, perFrame + 2, 0));
        }
    }

    private void print(PrintWriter stdout, Path folder, TrainingFrames frames, Manifest made) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("folder", folder.toString());
            document.put("frames", frames.frames().size());
            document.put("images", made.samples().size());
            document.put("dropped", made.quarantined());
            stdout.print(Json.pretty(document));
        } else {
            for (Problem problem : made.quarantined()) {
                stdout.println("Dropped " + problem.message());
            }
            stdout.println(
                    made.samples().size()
                            + " images of "
                            + frames.frames().size()
                            + " frames, "
                            + made.quarantined().size()
                            + " of which were dropped: "
                            + folder);
            stdout.println("Use it with --synthetic " + folder);
        }
        stdout.flush();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
