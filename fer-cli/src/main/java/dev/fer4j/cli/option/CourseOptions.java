package dev.fer4j.cli.option;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.cli.output.EnumName;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.EarlyStopping;
import dev.fer4j.train.plan.OnNotFinite;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options for epochs, frozen stages and early stopping. */
final class CourseOptions {

    /** The learning rate while only the head is trained. */
    private static final double HEAD_RATE = 1e-3;

    private static final int ROLL_BACKS = 3;

    /** How non-finite values are handled. */
    enum NotFinite {
        STOP,
        KEEP_BEST,
        ROLL_BACK;

        OnNotFinite action() {
            return switch (this) {
                case STOP -> new OnNotFinite.Stop();
                case KEEP_BEST -> new OnNotFinite.KeepBest();
                case ROLL_BACK -> new OnNotFinite.RollBack(ROLL_BACKS);
            };
        }
    }

    /** Reads how non-finite values are handled. */
    static final class OfNotFinite extends EnumName<NotFinite> {
        OfNotFinite() {
            super(NotFinite.class);
        }
    }

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Maximum number of epochs. Default: 300 [4].")
    private Integer epochs;

    @Option(
            names = "--head-epochs",
            paramLabel = "N",
            description =
                    "First train only the last layer for this many epochs, as is usual with"
                            + " --weights. Default: 0.")
    private Integer headEpochs;

    @Option(
            names = "--head-rate",
            paramLabel = "RATE",
            description = "The constant learning rate of the head epochs. Default: 0.001.")
    private Double headRate;

    @Option(
            names = "--freeze",
            paramLabel = "STAGE,…",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Stages that are not trained, separated by commas, for example block1,block2."
                            + " Default: none.")
    private Set<String> frozen;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "Stop after this many epochs without improvement on the best one. Default: 20"
                            + " [4].")
    private Integer patience;

    @Option(
            names = "--watch",
            paramLabel = "METRIC",
            converter = EnumName.OfMetric.class,
            description =
                    "The metric that selects the best epoch: validation-loss, validation-accuracy,"
                        + " validation-auc, or the same of train; epoch uses the last one, without"
                        + " early stopping. Default: validation-loss [epoch].")
    private TrainingMetric watched;

    @Option(
            names = "--on-not-finite",
            paramLabel = "ACTION",
            converter = OfNotFinite.class,
            description =
                    "On a non-finite loss, gradient or weight: stop ends with an error; keep-best"
                        + " ends with the best epoch; roll-back returns to the previous epoch at"
                        + " half the learning rate, at most three times. Default: stop.")
    private NotFinite onNotFinite;

    /**
     * Applies the options to a plan.
     *
     * @param rate the options for the learning rate, which applies to the last phase
     */
    TrainingPlan applyTo(TrainingPlan before, RateOptions rate) {
        EarlyStopping stopping = before.earlyStopping();
        stopping = watched == null ? stopping : stopping.withMetric(watched);
        TrainingPlan plan =
                before.withEarlyStopping(
                        patience == null ? stopping : stopping.withPatience(patience));
        plan = onNotFinite == null ? plan : plan.withOnNotFinite(onNotFinite.action());
        if (epochs == null && headEpochs == null && frozen == null && !rate.isGiven()) {
            checkArgument(headRate == null, "--head-rate requires --head-epochs");
            return plan;
        }
        checkArgument(
                plan.phases().isEmpty(),
                "the plan has phases, which define their own epochs, learning rates and frozen"
                    + " stages: change them in its file, without --epochs, --head-epochs, --freeze"
                    + " and the options of the learning rate");
        checkArgument(epochs == null || epochs >= 1, "--epochs %s: expected 1 or more", epochs);
        plan = epochs == null ? plan : plan.withEpochs(epochs);
        plan = frozen == null ? plan : plan.withFrozen(frozen);
        plan =
                plan.withLearningRate(
                        rate.applyTo(
                                plan.learningRate(), plan.epochs(), plan.earlyStopping().metric()));
        return headEpochs == null || headEpochs == 0 ? plan : headFirst(plan);
    }

    private TrainingPlan headFirst(TrainingPlan plan) {
        LearningRate constant = new LearningRate.Constant(headRate == null ? HEAD_RATE : headRate);
        return plan.withPhases(
                List.of(
                        Phase.headOnly(plan.backbone(), headEpochs, constant),
                        new Phase("all", plan.epochs(), plan.frozen(), plan.learningRate())));
    }
}
