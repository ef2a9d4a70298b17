package dev.fer4j.benchmarks.augment;

import com.google.common.collect.ImmutableList;
import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Contestant;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.PairedRuns;
import dev.fer4j.benchmarks.Python;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times augmentation. */
@Command(
        name = "augment",
        description = {
            "The paper's augmentations at 299 × 299 pixels on one core: fer4j, OpenCV-Python,"
                    + " torchvision; Gaussian noise alone; fer4j with one thread and two.",
            "Needs python3 with OpenCV, numpy and torchvision, and taskset."
        },
        mixinStandardHelpOptions = true)
public final class AugmentBenchmark implements Callable<Integer> {

    @Option(names = "--images", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "3000")
    private int images;

    @Mixin private Rounds rounds;

    @Mixin private Python python;

    @Mixin private Output output;

    private Path picture;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(output.folder());
        picture = folder.resolve("picture.rgb");
        Files.write(picture, AugmentImages.picture());
        output.report(
                "augment",
                images + " images, " + rounds.count() + " rounds",
                table(
                                ours("fer4j, chain", "chain", 1).onOneCore(),
                                peer("OpenCV-Python, chain", "augment_opencv.py", "chain"),
                                peer("torchvision, chain", "augment_torchvision.py"))
                        + table(
                                ours("fer4j, noise", "noise", 1).onOneCore(),
                                peer("cv2.randn, cv2.add", "augment_opencv.py", "randn"),
                                peer("cv2.randn, numpy", "augment_opencv.py", "naive"),
                                peer("numpy alone", "augment_opencv.py", "numpy"))
                        + table(
                                ours("fer4j, chain, two threads", "chain", 2),
                                ours("fer4j, chain, one thread", "chain", 1).onOneCore()));
        return 0;
    }

    private Contestant ours(String name, String what, int threads) {
        return new Contestant(
                        name,
                        Benchmarks.jvm(
                                AugmentImages.class,
                                what,
                                picture.toString(),
                                Integer.toString(images),
                                Integer.toString(threads)))
                .withOwnClock();
    }

    private Contestant peer(String name, String script, String... arguments) {
        List<String> all =
                ImmutableList.<String>builder()
                        .add(arguments)
                        .add(picture.toString(), Integer.toString(images))
                        .build();
        return new Contestant(name, python.command(script, all)).withOwnClock().onOneCore();
    }

    private String table(Contestant... contestants) throws IOException, InterruptedException {
        Map<String, Timings> timings =
                PairedRuns.run(List.of(contestants), rounds.count(), output.messages());
        Timings ours = timings.get(contestants[0].name());
        RatioTable table =
                new RatioTable(
                        "contestant", "median s", "min–max s", "its time / the first's", "min–max");
        for (Timings its : timings.values()) {
            table.row(its.name(), its, "%.2f", its.over(ours));
        }
        return table.toText() + "\n";
    }
}
