package dev.fer4j.cli.command;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.common.collect.Lists;
import dev.fer4j.cli.option.DeviceOption;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ExistingOption;
import dev.fer4j.cli.output.OutputFolder;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.Progress;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.FolderLock;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.train.network.GradientMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Generates images with a StyleGAN2 generator. */
@Command(
        name = "generate",
        sortOptions = false,
        description = {
            "Generates an image for each seed, SEED.png, and sheet.png of the first 64. Existing"
                    + " images of the same generator and options are not generated again.",
            "With --hold, all images share the early styles of one seed and differ in the late"
                    + " ones."
        },
        mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {

    private static final int SHEET = 64;
    private static final int COLUMNS = 8;
    private static final String RECORD = "generate.json";

    @Parameters(
            index = "0",
            paramLabel = "GENERATOR",
            description = "A safetensors file; see docs/stylegan2.md for third-party weights.")
    private Path file;

    @Option(
            names = "--seeds",
            paramLabel = "FROM-TO",
            description = "One image each, both ends included. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0-63")
    private String seeds;

    @Option(
            names = "--truncation",
            paramLabel = "PSI",
            description = "1 for full variety, 0 for the average image. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double psi;

    @Option(
            names = "--cutoff",
            paramLabel = "N",
            description = "How many styles, from the coarsest, are truncated. Default: all.")
    private Integer cutoff;

    @Option(
            names = "--hold",
            paramLabel = "SEED",
            description = "Use the early styles of this seed in all images.")
    private Long hold;

    @Option(
            names = "--from",
            paramLabel = "K",
            description =
                    "With --hold: styles 0 to K − 1 are shared, the others vary. Default: half of"
                            + " them.")
    private Integer from;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: ${DEFAULT-VALUE}.",
            defaultValue = OutputFolder.PREFIX + "generated")
    private Path out;

    @Mixin private DeviceOption device;

    @Mixin private ExistingOption existing;

    @Mixin private Console console;

    /** Everything that the images depend on. */
    private record Settings(
            String generator,
            double psi,
            Optional<Integer> cutoff,
            Optional<Long> hold,
            Optional<Integer> from) {}

    @Override
    public Integer call() throws IOException {
        Path folder = out.toAbsolutePath().normalize();
        List<Long> wanted = wanted();
        Truncation truncation = truncation();
        if (hold == null && from != null) {
            throw console.usage("--from requires --hold");
        }
        OutputPath.requireFolder(folder);
        try (ProgressBars progress = ProgressBars.onStandardError();
                LoadedGenerator opened = LoadedGenerator.of(file, device.choice())) {
            int styles = opened.generator().config().styles();
            int held = from == null ? styles / 2 : from;
            if (held < 0 || held > styles) {
                throw console.usage(
                        "--from " + held + ": this generator has styles 0 to " + styles);
            }
            generate(
                    folder,
                    wanted,
                    opened,
                    new ImageGenerator(opened.generator(), truncation),
                    held,
                    progress);
        }
        return 0;
    }

    private void generate(
            Path folder,
            List<Long> wanted,
            LoadedGenerator opened,
            ImageGenerator images,
            int held,
            ProgressBars progress)
            throws IOException {
        try (FolderLock lock =
                FolderLock.acquire(folder, OwnedFolder.Content.RESULTS, existing.foreign())) {
            requireSame(
                    lock.folder(),
                    new Settings(
                            opened.digest(),
                            psi,
                            Optional.ofNullable(cutoff),
                            Optional.ofNullable(hold),
                            hold == null ? Optional.empty() : Optional.of(held)));
            int made = make(folder, wanted, images, held, progress);
            writeSheet(folder, wanted);
            print(folder, wanted.size(), made);
        }
    }

    private void print(Path folder, int images, int made) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", folder.toString());
        document.put("images", images);
        document.put("made", made);
        console.print(
                document,
                () ->
                        made
                                + " images generated, "
                                + (images - made)
                                + " already existed: "
                                + folder
                                + "\n");
    }

    private List<Long> wanted() {
        String[] ends = seeds.split("-", -1);
        try {
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            if (ends.length > 2 || first < 0 || last < first || last - first >= 10_000_000) {
                throw console.usage(
                        "--seeds " + seeds + ": expected N or FROM-TO, 0 or more, in this order");
            }
            return LongStream.rangeClosed(first, last).boxed().toList();
        } catch (NumberFormatException e) {
            throw console.usage("--seeds " + seeds + ": expected whole numbers, such as 0-63");
        }
    }

    private Truncation truncation() {
        try {
            return cutoff == null ? Truncation.of(psi) : new Truncation(psi, cutoff);
        } catch (IllegalArgumentException e) {
            throw console.usage(e.getMessage());
        }
    }

    /** Refuses to mix images of different settings in one folder. */
    private void requireSame(Path folder, Settings settings) throws IOException {
        Path record = folder.resolve(RECORD);
        if (Files.isRegularFile(record) && !Json.read(record, Settings.class).equals(settings)) {
            throw console.usage(
                    folder
                            + " contains images of another generator or other options: choose"
                            + " another folder, or delete it");
        }
        WholeFile.writeString(record, Json.pretty(settings));
    }

    private int make(
            Path folder, List<Long> wanted, ImageGenerator images, int held, ProgressBars progress)
            throws IOException {
        List<Long> missing = new ArrayList<>();
        for (long seed : wanted) {
            if (!Files.isRegularFile(path(folder, seed))) {
                missing.add(seed);
            }
        }
        int done = 0;
        for (List<Long> some : Lists.partition(missing, images.batch())) {
            List<RgbImage> made = images(images, some.stream().map(Seed::new).toList(), held);
            for (int i = 0; i < made.size(); i++) {
                ImageFiles.writePng(path(folder, some.get(i)), made.get(i));
            }
            done += some.size();
            progress.update(new Progress("generating", done, missing.size(), ""));
        }
        return done;
    }

    private List<RgbImage> images(ImageGenerator images, List<Seed> some, int held) {
        if (hold == null) {
            return images.images(some);
        }
        try (NDManager scratch = images.generator().average().getManager().newSubManager()) {
            NDArray styles =
                    GradientMode.off(
                            () ->
                                    images.generator()
                                            .styles(
                                                    Latents.of(
                                                            scratch,
                                                            List.of(new Seed(hold)),
                                                            images.generator()
                                                                    .config()
                                                                    .dimensions()
                                                                    .z()),
                                                    images.truncation()));
            return images.variants(styles, held, some);
        }
    }

    private static Path path(Path folder, long seed) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.png", seed));
    }

    private static void writeSheet(Path folder, List<Long> wanted) throws IOException {
        List<RgbImage> some = new ArrayList<>();
        for (long seed : wanted.subList(0, Math.min(SHEET, wanted.size()))) {
            some.add(ImageFiles.read(path(folder, seed)));
        }
        ImageFiles.writePng(folder.resolve("sheet.png"), ContactSheet.ofOwnSize(some, COLUMNS, 0));
    }
}
