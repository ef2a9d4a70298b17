package dev.fer4j.cli.option;

import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.HeldOutPeople;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for holding out people of the training categories. */
public final class SeenOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--seen",
            paramLabel = "PERCENT",
            description =
                    "Hold out this percentage of each training category's people, 1 to 50, and"
                        + " predict them too: new people with seen content, to compare with new"
                        + " people with unseen content. Default: ${DEFAULT-VALUE}, no one, as in"
                        + " the paper.",
            defaultValue = "0")
    private int percent;

    @Option(
            names = "--seen-seed",
            paramLabel = "N",
            description =
                    "Seed of the choice of held-out people, who are the same in every condition,"
                            + " rotation and training seed. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    /** The split, with people held out if requested. */
    public CategorySplit applyTo(CategorySplit split) {
        if (percent == 0) {
            return split;
        }
        try {
            return split.withSeen(new HeldOutPeople(percent, new Seed(seed)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--seen " + percent + ": " + e.getMessage(), e);
        }
    }
}
