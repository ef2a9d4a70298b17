package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The checks of a study beyond those that need no training. They do not affect other results of the
 * study.
 *
 * @param labelShuffles number of trainings of each condition on shuffled labels: 0, or at least 2
 * @param sourceProbe how to test whether sources can be told apart
 */
public record CheckSettings(int labelShuffles, SourceProbing sourceProbe) {

    /** How to test whether sources can be told apart. */
    public enum SourceProbing {
        /** By simple statistics of each image; takes seconds and needs no training. */
        STATISTICS,
        /** Also by the study's network, with three trainings for each added source and label. */
        NETWORK
    }

    /** The checks that need no training. */
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

    public CheckSettings withLabelShuffles(int count) {
        return new CheckSettings(count, sourceProbe);
    }

    public CheckSettings withSourceProbe(SourceProbing other) {
        return new CheckSettings(labelShuffles, other);
    }

    /** Whether the study's network is used to test whether sources can be told apart. */
    public boolean usesNetwork() {
        return sourceProbe == SourceProbing.NETWORK;
    }

    /** Returns every setting by name. */
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
