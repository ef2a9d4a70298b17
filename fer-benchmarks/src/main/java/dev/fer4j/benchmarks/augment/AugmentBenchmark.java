package dev.fer4j.benchmarks.augment;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Contestant;
import dev.fer4j.benchmarks.MarkdownTable;
import dev.fer4j.benchmarks.PairedRuns;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.io.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec private CommandSpec spec;

    @Option(names = "--images", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "3000")
    private int images;

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

    private Path picture;

    AugmentBenchmark() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createDirectories(Benchmarks.home().resolve("target/augment"));
        picture = folder.resolve("picture.rgb");
        Files.write(picture, AugmentImages.picture());
        String report =
                String.format(
                                Locale.ROOT,
                                "%d images, %d rounds, %s%n%n",
                                images,
                                rounds,
                                Benchmarks.machine())
                        + table(
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
                                ours("fer4j, chain, one thread", "chain", 1).onOneCore());
        WholeFile.writeString(folder.resolve("augment.md"), report);
        out.print(report);
        out.flush();
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
        List<String> command = new ArrayList<>();
        command.add(python);
        command.add(Benchmarks.home().resolve("peers").resolve(script).toString());
        command.addAll(List.of(arguments));
        command.add(picture.toString());
        command.add(Integer.toString(images));
        return new Contestant(name, command).withOwnClock().onOneCore();
    }

    private String table(Contestant... contestants) throws IOException, InterruptedException {
        Map<String, Timings> timings =
                PairedRuns.run(List.of(contestants), rounds, spec.commandLine().getErr()::println);
        Timings ours = timings.get(contestants[0].name());
        MarkdownTable table =
                new MarkdownTable(
                        "contestant", "median s", "min–max s", "its time / the first's", "min–max");
        for (Timings its : timings.values()) {
            Timings ratio = its.over(ours);
            table.row(
                    its.name(),
                    format("%.2f", its.median()),
                    format("%.2f–%.2f", its.min(), its.max()),
                    format("%.2f", ratio.median()),
                    format("%.2f–%.2f", ratio.min(), ratio.max()));
        }
        return table.toText() + "\n";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
