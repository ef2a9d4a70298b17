package dev.fer4j.benchmarks.sampling;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Contestant;
import dev.fer4j.benchmarks.MarkdownTable;
import dev.fer4j.benchmarks.PairedRuns;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.video.SampledFrame;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec private CommandSpec spec;

    @Option(names = "--clips", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "200")
    private int clips;

    @Option(
            names = "--b-frames",
            description = "B-frames in a row; default: ${DEFAULT-VALUE}, as x264's.",
            defaultValue = "3")
    private int bFrames;

    @Option(
            names = "--rounds",
            description = "After a warm-up. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7")
    private int rounds;

    @Option(
            names = "--python",
            description = "Default: ${DEFAULT-VALUE}.",
            defaultValue = "/usr/bin/python3")
    private String python;

    SamplingBenchmark() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path work = Benchmarks.home().resolve("target/sampling");
        List<Path> paths =
                new ClipSet(clips, bFrames)
                        .make(work.resolve("clips"), spec.commandLine().getErr()::println);
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
                PairedRuns.run(contestants(list), rounds, spec.commandLine().getErr()::println);
        String report = report(timings, agreement);
        WholeFile.writeString(work.resolve("sampling-b" + bFrames + ".md"), report);
        out.print(report);
        out.flush();
        return 0;
    }

    private List<Contestant> contestants(Path list) {
        Path peers = Benchmarks.home().resolve("peers");
        Contestant ours = new Contestant(OURS, Benchmarks.jvm(SampleClips.class, list.toString()));
        return List.of(
                ours,
                new Contestant(
                        OPENCV,
                        List.of(
                                python,
                                peers.resolve("sampling_opencv.py").toString(),
                                list.toString())),
                new Contestant(
                        FFMPEG,
                        List.of(
                                "sh",
                                peers.resolve("sampling_ffmpeg.sh").toString(),
                                list.toString())),
                ours.onOneCore());
    }

    private String report(Map<String, Timings> timings, PixelAgreement agreement) {
        MarkdownTable table =
                new MarkdownTable(
                        "contestant", "median s", "min–max s", "fer4j's time / its", "min–max");
        Timings ours = timings.get(OURS);
        for (Timings its : timings.values()) {
            Timings ratio = ours.over(its);
            table.row(
                    its.name(),
                    format("%.2f", its.median()),
                    format("%.2f–%.2f", its.min(), its.max()),
                    format("%.2f", ratio.median()),
                    format("%.2f–%.2f", ratio.min(), ratio.max()));
        }
        Timings oneCore = timings.get(OURS + ", one core").over(ours);
        return format(
                        "%d clips, %d B-frames, %d rounds, %s%n%n",
                        clips, bFrames, rounds, Benchmarks.machine())
                + table.toText()
                + format(
                        "%nOne core takes %.2f × as long as all (%.2f–%.2f).%n",
                        oneCore.median(), oneCore.min(), oneCore.max())
                + format(
                        "Pixels: of %d values of %d clips %.4f %% are ffmpeg's, %.4f %% within 1"
                                + " level; the largest difference is %d.%n",
                        agreement.values(),
                        clips,
                        100.0 * agreement.equal() / agreement.values(),
                        100.0 * agreement.withinOne() / agreement.values(),
                        agreement.largest());
    }

    /** The select expression of ffmpeg for the frames. */
    private static String expression(List<SampledFrame> frames) {
        return distinct(frames).stream()
                .map(frame -> "eq(n\\," + frame.frameIndex() + ")")
                .collect(Collectors.joining("+"));
    }

    /** Short clips repeat frames, which ffmpeg gives once. */
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
