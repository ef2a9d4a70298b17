package dev.fer4j.cli.option;

import dev.fer4j.cli.output.EnumName;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Condition;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.study.settings.DataSettings;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.ToyWeights;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for sources; without a folder, the toy corpus is used. */
public final class SourceOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nSources%n")
    private FolderOptions folders = new FolderOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nRecordings and their frames%n")
    private FrameOptions frames = new FrameOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nRequirements for sources%n")
    private DataOptions data = new DataOptions();

    /** Whether a folder was given, or an option that requires one. */
    public boolean isGiven() {
        return folders.hasBaseline() || folders.hasAdded() || isForOwnBaseline();
    }

    private boolean isForOwnBaseline() {
        return folders.hasRights()
                || folders.hasAnswers()
                || folders.hasStillAnswers()
                || frames.recordings().isGiven();
    }

    /** Whether to use the toy corpus; reports contradictory options as wrong usage. */
    public boolean isToy() {
        if (folders.hasBaseline()) {
            return false;
        }
        if (folders.hasAdded()) {
            throw new ParameterException(
                    spec.commandLine(), "--youtube and --synthetic require --baseline DIR");
        }
        if (isForOwnBaseline()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--licence, --consent, --unit, --longest-clip, --positive, --negative,"
                            + " --youtube-positive and --youtube-negative require --baseline DIR");
        }
        return true;
    }

    /** Requires that a given manifest exists. */
    public static void requireFile(Path manifest) {
        GivenPaths.requireFile(manifest);
    }

    /** Requires that the given folders exist. */
    public void check() {
        folders.check();
    }

    /** The settings for turning sources into images. */
    public DataSettings settings() {
        try {
            return data.settings(frames.frames());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** A description of the sources for the printed plan. */
    public String text() {
        return isToy() ? "toy corpus, " + folders.toyScale() : folders().description();
    }

    /**
     * The sources; draws the toy corpus first if it is used.
     *
     * @param out the output folder, below which it is drawn
     */
    public StudySources sources(Path out, long seed, ProgressListener progress) throws IOException {
        return isToy() ? toy(out, seed, progress) : folders();
    }

    /**
     * The weights that come with the sources, if any fit the network: those of the toy corpus.
     *
     * @param out the output folder, below which it is drawn
     */
    public Optional<WeightsFile> weights(Path out, long seed, Backbone network) throws IOException {
        return isToy() && ToyWeights.fit(network)
                ? Optional.of(
                        ToyWeights.of(
                                ToyFolders.below(
                                        toyFolder(out.toAbsolutePath().normalize(), seed))))
                : Optional.empty();
    }

    /**
     * The plan that options modify: the paper's; of the toy corpus that of its small network, on
     * the smallest scale for a single epoch, since nothing can be learned from it anyway.
     */
    public TrainingPlan plan() {
        if (!isToy()) {
            return TrainingPlan.paper();
        }
        return folders.toyScale() == ToyCommand.Scale.SMALLEST
                ? ToyWeights.plan().withEpochs(1)
                : ToyWeights.plan();
    }

    /**
     * The number of trainings at a time: of the toy corpus's small network on a CPU one for each
     * processor, at most one for each of the paper's conditions, since its steps are too short to
     * be shared. On the smallest scale a process takes longer to start than to train; larger
     * networks might not fit into memory several times.
     */
    public int processes(TrainingPlan plan) {
        return isToy()
                        && folders.toyScale() == ToyCommand.Scale.DEFAULT
                        && ToyWeights.fit(plan.backbone())
                        && plan.device().equals(DeviceChoice.CPU)
                ? Math.min(Condition.STANDARD.size(), Runtime.getRuntime().availableProcessors())
                : 1;
    }

    private Path toyFolder(Path out, long seed) {
        return out.resolve(StudyFolders.TOY)
                .resolve(EnumName.of(folders.toyScale()) + "-seed" + seed);
    }

    private StudySources toy(Path out, long seed, ProgressListener progress) throws IOException {
        ToyFolders toy =
                ToyCorpus.write(
                        toyFolder(out, seed), new Seed(seed), folders.toyScale().toy(), progress);
        DataSource base = DataSource.neuroBioSense(toy.baseline()).withRights(ToyCorpus.RIGHTS);
        return new StudySources(
                "Toy corpus of drawn faces, seed " + seed + ": no real person is in it.",
                base,
                List.of(
                        DataSource.stills(toy.youtube()),
                        DataSource.synthetic(toy.synthetic(), base)));
    }

    private StudySources folders() {
        try {
            return folders.sources(frames.recordings());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
