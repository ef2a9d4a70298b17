package dev.fer4j.cli.option;

import dev.fer4j.core.design.TrainingMix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for caps and weights of sources. */
public final class MixOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--cap",
            paramLabel = "SOURCE=N",
            description = {
                "Use at most N images of a source for training: baseline, youtube or stylegan2."
                        + " Labels, people and recordings keep their shares. May be given several"
                        + " times."
            })
    private Map<String, Integer> caps = new LinkedHashMap<>();

    @Option(
            names = "--weight",
            paramLabel = "SOURCE=W",
            description = {
                "How often each training image of a source is drawn in an epoch: 2 is twice, 0.5"
                        + " leaves half of them out. May be given several times."
            })
    private Map<String, Double> weights = new LinkedHashMap<>();

    /** The caps and weights of sources. */
    public TrainingMix mix() {
        try {
            return new TrainingMix(caps, weights, Optional.empty(), TrainingMix.ALL.seed());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
