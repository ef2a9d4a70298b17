package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which checks a study makes besides those that cost nothing. They change no result of the study.
 *
 * @param labelShuffles how often each condition is trained on shuffled labels: 0, or at least 2
 * @param sourceProbe what is asked whether sources can be told apart
 */
public record CheckSettings(int labelShuffles, SourceProbing sourceProbe) {

    /** What is asked. */
    public enum SourceProbing {
        /** Simple numbers of each image: seconds, no training. */
        STATISTICS,
        /** The study's network too: three trainings for each added source and label. */
        NETWORK
    }

    /** Without a training. */
    public static CheckSettings defaults() {
        return new CheckSettings(0, SourceProbing.STATISTICS);
    }

    public CheckSettings {
        checkArgument(
                labelShuffles == 0 || labelShuffles >= 2,
                "%s label shuffles: expected none, or at least 2",
                labelShuffles);
        requireNonNull(sourceProbe);
    }

    /** With so many trainings of each condition on shuffled labels: 0, or at least 2. */
    public CheckSettings withLabelShuffles(int count) {
        return new CheckSettings(count, sourceProbe);
    }

    /** With another way to ask whether sources can be told apart. */
    public CheckSettings withSourceProbe(SourceProbing other) {
        return new CheckSettings(labelShuffles, other);
    }

    /** Whether the study's network is asked whether sources can be told apart. */
    public boolean usesNetwork() {
        return sourceProbe == SourceProbing.NETWORK;
    }

    /** By name, for people. */
    Map<String, String> configuration() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("label shuffles", labelShuffles == 0 ? "none" : "" + labelShuffles);
        settings.put(
                "source probe",
                switch (sourceProbe) {
                    case STATISTICS -> "simple statistics of images";
                    case NETWORK -> "simple statistics of images, and the study's network";
                });
        return settings;
    }
}
