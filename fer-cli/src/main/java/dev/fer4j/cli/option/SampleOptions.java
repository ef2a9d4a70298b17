package dev.fer4j.cli.option;

import dev.fer4j.cli.command.SampleCommand;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.data.video.SamplingRule.Axis;
import dev.fer4j.data.video.SamplingRule.Spacing;
import dev.fer4j.data.video.SamplingRule.TooFew;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which frames {@link SampleCommand} takes and how it stores them. */
public final class SampleOptions {

    private static final int COUNT = 10;
    private static final int QUALITY = 90;

    /** Rules for choosing a given number of frames. */
    enum Rule {
        /** The first frame of each part. */
        EQUAL_INTERVALS,
        /** The middle frame of each part. */
        BIN_CENTRES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The quantity that is divided into parts. */
    enum By {
        FRAMES,
        TIME,
        AUTO;

        Axis axis() {
            return switch (this) {
                case FRAMES -> Axis.FRAMES;
                case TIME -> Axis.TIME;
                case AUTO -> Axis.TIME_IF_VARIABLE;
            };
        }
    }

    /** How frames are stored. */
    enum Format {
        PNG,
        JPEG
    }

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many frames. Default: " + COUNT + ".")
    private Integer count;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "Which frame of each of N equal parts: equal-intervals takes the first,"
                            + " bin-centres the middle one. Default: equal-intervals.")
    private Rule rule;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Instead of a number, one frame every given number of seconds.")
    private Double every;

    @Option(
            names = "--by",
            paramLabel = "AXIS",
            description =
                    "What is divided: frames, time, or auto: the time if the frame rate varies,"
                            + " else the frames. Default: auto.")
    private By by;

    @Option(
            names = "--too-few",
            paramLabel = "POLICY",
            description =
                    "With fewer frames than requested: repeat some, take fewer, or reject the"
                            + " video. Default: repeat.")
    private TooFew tooFew;

    @Option(names = "--format", paramLabel = "FORMAT", description = "png or jpeg. Default: png.")
    private Format format = Format.PNG;

    @Option(
            names = "--quality",
            paramLabel = "1..100",
            description = "Of JPEG. Default: " + QUALITY + ".")
    private Integer quality;

    @Option(
            names = "--longest-side",
            paramLabel = "PIXELS",
            description = "Shrink larger frames to this. Default: the video's size.")
    private Integer longestSide;

    /**
     * The rule.
     *
     * @throws IllegalArgumentException if options contradict each other or are out of range
     */
    public SamplingRule samplingRule() {
        if (every != null && (count != null || rule != null)) {
            throw new IllegalArgumentException("--every SECONDS replaces --count and --rule");
        }
        if (every != null && tooFew == TooFew.REJECT) {
            throw new IllegalArgumentException(
                    "--too-few reject requires a number of frames, which --every SECONDS does"
                            + " not set");
        }
        SamplingRule sampling = SamplingRule.of(spacing());
        sampling = by == null ? sampling : sampling.withAxis(by.axis());
        return tooFew == null ? sampling : sampling.withTooFew(tooFew);
    }

    private Spacing spacing() {
        if (every != null) {
            return new SamplingRule.EverySeconds(every);
        }
        int frames = count == null ? COUNT : count;
        if (frames < 1 || frames > SamplingRule.MOST_FRAMES) {
            throw new IllegalArgumentException(
                    "--count "
                            + frames
                            + ": expected a number from 1 to "
                            + SamplingRule.MOST_FRAMES);
        }
        return rule == Rule.BIN_CENTRES
                ? new SamplingRule.BinCentres(frames)
                : new SamplingRule.EqualIntervals(frames);
    }

    /**
     * The format.
     *
     * @throws IllegalArgumentException if options contradict each other or are out of range
     */
    public ImageFormat imageFormat() {
        if (format == Format.PNG && quality != null) {
            throw new IllegalArgumentException(
                    "--quality applies to --format jpeg only: PNG is lossless");
        }
        ImageFormat stored =
                format == Format.PNG
                        ? ImageFormat.PNG
                        : ImageFormat.jpeg(quality == null ? QUALITY : quality);
        return longestSide == null ? stored : stored.withLongestSide(longestSide);
    }
}
