package dev.fer4j.cli.option;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.data.composition.LeakageKind;
import dev.fer4j.study.settings.DataSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options for the rights, unusable items and leaks of sources. */
final class DataOptions {

    @Option(
            names = "--strict-rights",
            description =
                    "Refuse sources that contain images without known licence and consent. Without"
                            + " this option they are only reported.")
    private boolean strictRights;

    @Option(
            names = "--strict-people",
            description =
                    "Refuse sources with ids of people that may be spellings of one id, such as P3"
                            + " and p3, or 7, 007, 7.0 and S07. Without this option they are only"
                            + " reported.")
    private boolean strictPeople;

    @Option(
            names = "--problem-limit",
            paramLabel = "SHARE",
            description =
                    "Stop if more than this share of the items found is unusable. Default: 0.5.")
    private double problemLimit = 0.5;

    @Option(
            names = "--allow-leak",
            paramLabel = "KIND=REASON",
            description =
                    "Continue although something is in several splits: PARTICIPANT, RECORDING,"
                        + " IDENTICAL_FILE, SYNTHETIC_PARENT, NEAR_DUPLICATE or, with"
                        + " --strict-people, SIMILAR_PARTICIPANT. The report states the leak and"
                        + " the reason. May be given several times.")
    private Map<LeakageKind, String> allowedLeaks = new LinkedHashMap<>();

    /**
     * The settings for turning sources into images.
     *
     * @param frames which frames of a recording are used, and how they are stored
     * @throws IllegalArgumentException if options contradict each other or are out of range
     */
    DataSettings settings(SampleOptions frames) {
        allowedLeaks.forEach(
                (kind, reason) ->
                        checkArgument(
                                reason != null && !reason.isBlank(),
                                "--allow-leak %s=REASON: the reason is missing",
                                kind));
        return new DataSettings(
                frames.samplingRule(),
                frames.imageFormat(),
                problemLimit,
                strictRights,
                strictPeople,
                allowedLeaks);
    }
}
