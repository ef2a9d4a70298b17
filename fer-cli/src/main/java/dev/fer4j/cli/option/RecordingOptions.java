package dev.fer4j.cli.option;

import dev.fer4j.data.source.NeuroBioSense;
import dev.fer4j.data.source.RecordingUnit;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options for recordings of NeuroBioSense. */
public final class RecordingOptions {

    private static final double NANOSECOND = 1e-9;

    /** The largest value that fits into a duration. */
    private static final double MOST_SECONDS = 1e9;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description =
                    "What a recording of NeuroBioSense is: folder or file. Default: folder, as in"
                            + " the paper.")
    private RecordingUnit unit;

    @Option(
            names = "--longest-clip",
            paramLabel = "SECONDS",
            description =
                    "Leave out clips of NeuroBioSense that last longer. All clips are opened for"
                            + " this, but none is decoded. Default: no limit.")
    private Double longestClip;

    /** Whether any of the options was given. */
    public boolean isGiven() {
        return unit != null || longestClip != null;
    }

    /**
     * Applies the options to a source.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public NeuroBioSense applyTo(NeuroBioSense source) {
        NeuroBioSense changed = unit == null ? source : source.withRecordingUnit(unit);
        if (longestClip == null) {
            return changed;
        }
        if (!(longestClip >= NANOSECOND && longestClip <= MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    "--longest-clip " + longestClip + ": expected seconds above 0");
        }
        return changed.withLongestClip(Duration.ofNanos(Math.round(longestClip / NANOSECOND)));
    }
}
