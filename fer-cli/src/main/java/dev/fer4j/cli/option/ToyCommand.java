package dev.fer4j.cli.option;

import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the toy corpus. */
@Command(
        name = "toy",
        description = {
            "Draws the toy corpus: videos and a questionnaire in NeuroBioSense's layout, stills,"
                    + " and synthetic variants, all of artificial faces.",
        },
        mixinStandardHelpOptions = true)
public final class ToyCommand implements Callable<Integer> {

    /** Sizes of the corpus. */
    enum Scale {
        /** 374 recordings, 272 stills, 480 synthetic images. */
        DEFAULT,
        /** Just enough for a test. */
        SMALLEST;

        ToyScale toy() {
            return switch (this) {
                case DEFAULT -> ToyScale.defaults();
                case SMALLEST -> ToyScale.SMALLEST;
            };
        }
    }

    private static final int SHEET_IMAGES = 48;
    private static final int SHEET_COLUMNS = 8;

    @Parameters(paramLabel = "FOLDER", description = "Output folder.")
    private Path folder;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "1")
    private long seed;

    @Option(
            names = "--scale",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "DEFAULT")
    private Scale scale;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description = "Also write a contact sheet of its stills and synthetic images (PNG).")
    private Path sheet;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        OutputPath.requireFolder(folder);
        if (sheet != null) {
            OutputPath.requireFile(sheet);
        }
        ToyFolders folders;
        try (ProgressBars progress = ProgressBars.onStandardError()) {
            folders =
                    ToyCorpus.write(
                            folder.toAbsolutePath().normalize(),
                            new Seed(seed),
                            scale.toy(),
                            progress);
        }
        if (sheet != null) {
            writeSheet(folders);
        }
        Map<String, String> named =
                new TreeMap<>(
                        Map.of(
                                "baseline", folders.baseline().toString(),
                                "youtube", folders.youtube().toString(),
                                "synthetic", folders.synthetic().toString()));
        console.print(
                named,
                () ->
                        named.entrySet().stream()
                                .map(one -> one.getKey() + ": " + one.getValue() + "\n")
                                .collect(Collectors.joining()));
        return 0;
    }

    private void writeSheet(ToyFolders folders) throws IOException {
        List<RgbImage> images = new ArrayList<>();
        for (Path source : List.of(folders.youtube(), folders.synthetic())) {
            List<Path> series;
            try (Stream<Path> entries = Files.list(source)) {
                series = entries.filter(Files::isDirectory).sorted().toList();
            }
            for (Path one : series.subList(0, Math.min(series.size(), SHEET_IMAGES / 2))) {
                try (Stream<Path> entries = Files.list(one)) {
                    Path first = entries.sorted().findFirst().orElseThrow();
                    images.add(ImageFiles.read(first));
                }
            }
        }
        ImageFiles.writePng(sheet, ContactSheet.of(images, SHEET_COLUMNS, 240, 180));
    }
}
