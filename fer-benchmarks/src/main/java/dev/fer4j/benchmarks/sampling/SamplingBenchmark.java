package dev.fer4j.benchmarks.sampling;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Contestant;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.PairedRuns;
import dev.fer4j.benchmarks.Python;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.data.video.SampledFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times frame sampling, and compares its pixels with ffmpeg's. */
@Command(
        name = "sampling",
        description = {
            "Ten frames of each clip: fer4j, OpenCV-Python (grab, retrieve), one ffmpeg process for"
                    + " each clip; fer4j on one core.",
            "Needs ffmpeg with libx264, python3 with OpenCV, and taskset."
        },
        mixinStandardHelpOptions = true)
public final class SamplingBenchmark implements Callable<Integer> {

    private static final String OURS = "fer4j";
    private static final String OPENCV = "OpenCV-Python";
    private static final String FFMPEG = "ffmpeg processes";

    @Option(names = "--clips", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "200")
    private int clips;

    @Option(
            names = "--b-frames",
            description = "B-frames in a row; default: ${DEFAULT-VALUE}, as x264's.",
            defaultValue = "3")
    private int bFrames;

    @Mixin private Rounds rounds;

    @Mixin private Python python;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = output.folder();
        List<Path> paths =
                new ClipSet(clips, bFrames).make(work.resolve("clips"), output.messages());
        List<String> lines = new ArrayList<>();
        PixelAgreement agreement = PixelAgreement.NONE;
        for (Path clip : paths) {
            List<SampledFrame> frames = SampleClips.frames(clip);
            String expression = expression(frames);
            agreement = agreement.with(clip, expression, distinct(frames));
            lines.add(clip + "\t" + expression);
        }
        Path list = work.resolve("clips.txt");
        WholeFile.writeString(list, String.join("\n", lines) + "\n");
        Map<String, Timings> timings =
                PairedRuns.run(contestants(list), rounds.count(), output.messages());
        output.report(
                "sampling-b" + bFrames,
                format("%d clips, %d B-frames, %d rounds", clips, bFrames, rounds.count()),
                tables(timings, agreement));
        return 0;
    }

    private List<Contestant> contestants(Path list) {
        Contestant ours = new Contestant(OURS, Benchmarks.jvm(SampleClips.class, list.toString()));
        return List.of(
                ours,
                new Contestant(
                        OPENCV, python.command("sampling_opencv.py", List.of(list.toString()))),
                new Contestant(
                        FFMPEG,
                        List.of(
                                "sh",
                                Benchmarks.home().resolve("peers/sampling_ffmpeg.sh").toString(),
                                list.toString())),
                ours.onOneCore());
    }

    private String tables(Map<String, Timings> timings, PixelAgreement agreement) {
        RatioTable table =
                new RatioTable(
                        "contestant", "median s", "min–max s", "fer4j's time / its", "min–max");
        Timings ours = timings.get(OURS);
        for (Timings its : timings.values()) {
            table.row(its.name(), its, "%.2f", ours.over(its));
        }
        Timings oneCore = timings.get(OURS + ", one core").over(ours);
        return table.toText()
                + format(
                        "%nOne core takes %s × as long as all (%s).%n",
                        oneCore.median("%.2f"), oneCore.range("%.2f"))
                + format(
                        "Pixels: of %d values of %d clips %.4f %% are ffmpeg's, %.4f %% within 1"
                                + " level; the largest difference is %d.%n",
                        agreement.values(),
                        clips,
                        100.0 * agreement.equal() / agreement.values(),
                        100.0 * agreement.withinOne() / agreement.values(),
                        agreement.largest());
    }

    /** Returns ffmpeg's select expression for the frames. */
    private static String expression(List<SampledFrame> frames) {
        return distinct(frames).stream()
                .map(frame -> "eq(n\\," + frame.frameIndex() + ")")
                .collect(Collectors.joining("+"));
    }

    /** Removes repeated frames of short clips, which ffmpeg returns only once. */
    private static List<SampledFrame> distinct(List<SampledFrame> frames) {
        List<SampledFrame> distinct = new ArrayList<>();
        for (SampledFrame frame : frames) {
            if (distinct.isEmpty()
                    || distinct.get(distinct.size() - 1).frameIndex() != frame.frameIndex()) {
                distinct.add(frame);
            }
        }
        return distinct;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
