package dev.fer4j.examples.cli;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.examples.study.DataSettings;
import dev.fer4j.examples.study.StudySources;
import dev.fer4j.examples.toy.ToyCorpus;
import dev.fer4j.examples.toy.ToyFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name folders of images; the toy corpus without any. */
final class SourceOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "A folder in NeuroBioSense's layout.")
    private Path baseline;

    @Option(names = "--youtube", paramLabel = "DIR", description = "A folder of labelled stills.")
    private Path youtube;

    @Option(
            names = "--synthetic",
            paramLabel = "DIR",
            description = "A folder of generated images with synthetic.jsonl.")
    private Path synthetic;

    @Option(
            names = "--toy-scale",
            description = "Size of the toy corpus: ${COMPLETION-CANDIDATES}. Default: DEFAULT.",
            defaultValue = "DEFAULT")
    private ToyCommand.Scale toyScale;

    @Mixin private DataOptions dataOptions;

    /** Whether a folder was given, or an option that is for the user's own baseline. */
    boolean isGiven() {
        return Stream.of(baseline, youtube, synthetic).anyMatch(folder -> folder != null)
                || dataOptions.isForOwnBaseline();
    }

    /** Whether the toy corpus is meant; contradictions are wrong usage. */
    boolean isToy() {
        if (baseline != null) {
            return false;
        }
        if (youtube != null || synthetic != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--youtube and --synthetic are added to --baseline DIR, which is missing");
        }
        if (dataOptions.isForOwnBaseline()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--licence, --consent, --unit and --longest-clip are for --baseline DIR, which"
                            + " is missing");
        }
        return true;
    }

    /** How sources become images. */
    DataSettings settings() {
        return dataOptions.settings();
    }

    /** What the plan says of the sources. */
    String text() {
        return isToy() ? "toy corpus, " + toyScale : folders().description();
    }

    /**
     * The sources. The toy corpus is drawn first.
     *
     * @param out the output folder, below which it is drawn
     */
    StudySources sources(Path out, long seed, ProgressListener progress) throws IOException {
        return isToy() ? toy(out, seed, progress) : folders();
    }

    private StudySources toy(Path out, long seed, ProgressListener progress) throws IOException {
        ToyFolders toy =
                ToyCorpus.write(
                        out.resolve("toy")
                                .resolve(toyScale.name().toLowerCase(Locale.ROOT) + "-seed" + seed),
                        new Seed(seed),
                        toyScale.toy(),
                        progress);
        DataSource base = DataSource.neuroBioSense(toy.baseline()).withRights(ToyCorpus.RIGHTS);
        return new StudySources(
                "Toy corpus of drawn faces, seed " + seed + ": no real person is in it.",
                base,
                List.of(
                        DataSource.stills(toy.youtube()),
                        DataSource.synthetic(toy.synthetic(), base)));
    }

    private StudySources folders() {
        DataSource base = dataOptions.applyTo(DataSource.neuroBioSense(baseline));
        StringBuilder description = new StringBuilder("Baseline: " + baseline.getFileName());
        if (youtube != null) {
            description.append("; YouTube: ").append(youtube.getFileName());
        }
        if (synthetic != null) {
            description.append("; synthetic: ").append(synthetic.getFileName());
        }
        return new StudySources(
                description + ".",
                base,
                Stream.concat(
                                Optional.ofNullable(youtube).map(DataSource::stills).stream(),
                                Optional.ofNullable(synthetic)
                                        .map(dir -> DataSource.synthetic(dir, base))
                                        .stream())
                        .toList());
    }
}
