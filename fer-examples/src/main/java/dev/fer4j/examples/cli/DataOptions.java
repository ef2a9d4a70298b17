package dev.fer4j.examples.cli;

import dev.fer4j.core.Rights;
import dev.fer4j.data.composition.LeakageKind;
import dev.fer4j.data.source.NeuroBioSense;
import dev.fer4j.examples.study.DataSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how a study's sources become images, and what is not accepted of them. */
final class DataOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin private SampleOptions sampleOptions;

    @Mixin private RecordingOptions recordingOptions;

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            description = "The licence of the baseline's recordings, for example CC-BY-4.0.")
    private String licence;

    @Option(
            names = "--consent",
            paramLabel = "TEXT",
            description = "What the people in the baseline's recordings agreed to.")
    private String consent;

    @Option(
            names = "--strict-rights",
            description =
                    "Refuse sources in which anything has no known licence and consent. Without"
                            + " it they are reported.")
    private boolean strictRights;

    @Option(
            names = "--problem-limit",
            paramLabel = "SHARE",
            description =
                    "Stop if more than this share of what is found is unusable. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "0.5")
    private double problemLimit;

    @Option(
            names = "--allow-leak",
            paramLabel = "KIND=REASON",
            description =
                    "Go on although something stands in several splits: PARTICIPANT, RECORDING,"
                            + " IDENTICAL_FILE, SYNTHETIC_PARENT or NEAR_DUPLICATE. The report says"
                            + " what leaks, and the reason. May be given several times.")
    private Map<LeakageKind, String> allowedLeaks = new LinkedHashMap<>();

    /** How sources become images. */
    DataSettings settings() {
        for (Map.Entry<LeakageKind, String> leak : allowedLeaks.entrySet()) {
            if (leak.getValue() == null || leak.getValue().isBlank()) {
                throw usage("--allow-leak " + leak.getKey() + "=REASON: the reason is missing");
            }
        }
        try {
            return new DataSettings(
                    sampleOptions.samplingRule(),
                    sampleOptions.imageFormat(),
                    problemLimit,
                    strictRights,
                    allowedLeaks);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The baseline as the options want it. */
    NeuroBioSense applyTo(NeuroBioSense baseline) {
        return recordingOptions
                .applyTo(baseline)
                .withRights(new Rights(Optional.ofNullable(licence), Optional.ofNullable(consent)));
    }

    /** Whether an option was given that is for the user's own baseline. */
    boolean isForOwnBaseline() {
        return licence != null || consent != null || recordingOptions.isGiven();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
