package dev.fer4j.cli.option;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the training images of a generator. */
public final class GanSources {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "Manifest (.jsonl) of images, such as those that fer study writes. Manifests"
                        + " and folders may be given several times and combined. Images with an ad"
                        + " category are used only if it is a training category; stills without a"
                        + " category are all used.")
    private List<Path> manifests = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description =
                    "Folder in NeuroBioSense's layout; ten frames of each recording are sampled"
                            + " into the output folder.")
    private List<Path> baselines = new ArrayList<>();

    @Option(names = "--youtube", paramLabel = "DIR", description = "Folder of labelled stills.")
    private List<Path> stills = new ArrayList<>();

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            description = "The licence of the baselines' recordings.")
    private String licence;

    @Option(
            names = "--consent",
            paramLabel = "TEXT",
            description = "What the people in the baselines' recordings agreed to.")
    private String consent;

    @Mixin private AnswerOptions answers = new AnswerOptions();

    @Mixin private StillAnswerOptions stillAnswers = new StillAnswerOptions();

    @Option(
            names = "--train-on",
            paramLabel = "CATEGORY,…",
            split = ",",
            hideParamSyntax = true,
            converter = SplitOptions.OfCategory.class,
            description = "Training categories, separated by commas. Default: food-market.")
    private Set<AdCategory> trainOn = CategorySplit.paper().train();

    private final List<Manifest> read = new ArrayList<>();

    /** Reads the manifests, and requires at least one source, and that all of them exist. */
    public void check() throws IOException {
        if (answers.isGiven() && baselines.isEmpty()) {
            throw usage("--positive and --negative require --baseline DIR");
        }
        if (stillAnswers.isGiven() && stills.isEmpty()) {
            throw usage("--youtube-positive and --youtube-negative require --youtube DIR");
        }
        if (manifests.isEmpty() && baselines.isEmpty() && stills.isEmpty()) {
            throw usage("specify images with --manifest FILE, --baseline DIR or --youtube DIR");
        }
        manifests.forEach(GivenPaths::requireFile);
        baselines.forEach(GivenPaths::requireFolder);
        stills.forEach(GivenPaths::requireFolder);
        for (Path manifest : manifests) {
            read.add(ManifestFile.read(manifest));
        }
        if (baselines.isEmpty() && stills.isEmpty()) {
            training(read);
        }
    }

    /** A description of the sources for the printed plan. */
    public String text() {
        List<Path> all = new ArrayList<>(manifests);
        all.addAll(baselines);
        all.addAll(stills);
        return all + ", of " + trainOn;
    }

    /**
     * The training images, in the order of the options; {@link #check} must have been called.
     *
     * @param frames folder for the frames of recordings
     */
    public List<Sample> samples(Path frames, ProgressListener progress) throws IOException {
        List<Manifest> all = new ArrayList<>(read);
        LabelAnswers labels = checked(answers::answers);
        LabelAnswers stillLabels = checked(stillAnswers::answers);
        Rights rights = new Rights(Optional.ofNullable(licence), Optional.ofNullable(consent));
        for (int i = 0; i < baselines.size(); i++) {
            DataSource source =
                    DataSource.neuroBioSense(baselines.get(i))
                            .withRights(rights)
                            .withAnswers(labels);
            // Separate folders, since ingestion removes frames of other sources.
            all.add(ingested(source, frames.resolve("baseline-" + (i + 1)), progress));
        }
        for (Path folder : stills) {
            all.add(ingested(DataSource.stills(folder).withAnswers(stillLabels), frames, progress));
        }
        return training(all);
    }

    private List<Sample> training(List<Manifest> all) {
        List<Sample> samples =
                all.stream()
                        .flatMap(manifest -> manifest.samples().stream())
                        .filter(s -> s.category().map(trainOn::contains).orElse(true))
                        .toList();
        if (samples.isEmpty()) {
            throw usage("no image of " + text() + " is in a training category");
        }
        return samples;
    }

    private static Manifest ingested(DataSource source, Path frames, ProgressListener progress)
            throws IOException {
        return new Ingestion(frames, SamplingRule.paper()).run(source.list(), progress);
    }

    private LabelAnswers checked(Supplier<LabelAnswers> given) {
        try {
            return given.get();
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
