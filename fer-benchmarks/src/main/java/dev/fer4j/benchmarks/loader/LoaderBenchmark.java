package dev.fer4j.benchmarks.loader;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.train.loader.AugmentedImages;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.loader.TrainingPass;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the input pipeline. */
@Command(
        name = "loader",
        description = {
            "Batches of decoded images: fer4j against DJL's ToTensor, Normalize and"
                    + " StackBatchifier.",
            "Augmented batches: one worker against two.",
            "Training steps of Xception: live pipeline against one fixed batch; channels-last"
                    + " against contiguous input."
        },
        mixinStandardHelpOptions = true)
public final class LoaderBenchmark implements Callable<Integer> {

    @Option(names = "--size", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "299")
    private int size;

    @Option(names = "--batch", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "16")
    private int batchSize;

    @Option(
            names = "--batches",
            description = "Of a run without training; default: ${DEFAULT-VALUE}.",
            defaultValue = "40")
    private int batches;

    @Option(
            names = "--steps",
            description = "Of a run of training; 0 for none. Default: ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int steps;

    @Option(
            names = "--width",
            description = "Of Xception; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double width;

    @Mixin private Rounds rounds;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException {
        Path work = output.folder();
        List<Sample> samples = DrawnImages.write(work.resolve("images"), batches * batchSize);
        ImageSource images =
                ImageSource.of(Optional.of(work.resolve("cache")), size, ProgressListener.none());
        images.prepare(samples);
        RatioTable table =
                new RatioTable("contestant", "median s", "against", "time / its", "min–max");
        Assembly assembly = new Assembly(images, samples, batchSize);
        Map<String, Timings> timings =
                AlternatingRuns.run(
                        ImmutableMap.of(
                                "assembly, fer4j",
                                () -> assembly.ours(Assembly::touch),
                                "assembly, DJL",
                                () -> assembly.djl(Assembly::touch),
                                "augmented, 1 worker",
                                () -> augmented(images, samples, 1),
                                "augmented, 2 workers",
                                () -> augmented(images, samples, 2)),
                        2,
                        rounds.count(),
                        output.messages());
        row(table, timings, "assembly, DJL", "assembly, fer4j");
        row(table, timings, "augmented, 1 worker", "augmented, 2 workers");
        if (steps > 0) {
            Map<String, Timings> trained = trained(images, samples);
            row(table, trained, "steps, live", "steps, fixed batch");
            row(table, trained, "steps, contiguous", "steps, fixed batch");
        }
        output.report(
                "loader-" + size,
                String.format(
                        Locale.ROOT,
                        "%d × %d pixels, batches of %d, width %s, %d rounds",
                        size,
                        size,
                        batchSize,
                        width,
                        rounds.count()),
                table.toText());
        return 0;
    }

    private Map<String, Timings> trained(ImageSource images, List<Sample> samples) {
        Xception network = Xception.FULL.withWidth(width);
        try (Trainer trainer = new Trainer(network, batchSize, size);
                BatchLoader loader = new BatchLoader(images, batchSize, 2)) {
            Batch fixed = loader.pass(samples.subList(0, batchSize)).next();
            return AlternatingRuns.run(
                    ImmutableMap.of(
                            "steps, live",
                            () -> live(trainer, images, samples),
                            "steps, fixed batch",
                            () -> repeated(trainer, fixed, true),
                            "steps, contiguous",
                            () -> repeated(trainer, fixed, false)),
                    1,
                    rounds.count(),
                    output.messages());
        }
    }

    private void repeated(Trainer trainer, Batch batch, boolean channelsLast) {
        for (int step = 0; step < steps; step++) {
            trainer.step(batch, channelsLast);
        }
    }

    /** Trains an epoch, including the start of its workers. */
    private void live(Trainer trainer, ImageSource images, List<Sample> samples) {
        try (BatchLoader loader = new BatchLoader(images, batchSize, 2)) {
            Iterator<Batch> taken = loader.pass(pass(images, samples, steps), 0);
            while (taken.hasNext()) {
                trainer.step(taken.next(), true);
            }
        }
    }

    private void augmented(ImageSource images, List<Sample> samples, int workers) {
        try (BatchLoader loader = new BatchLoader(images, batchSize, workers)) {
            Iterator<Batch> taken = loader.pass(pass(images, samples, batches), 0);
            while (taken.hasNext()) {
                taken.next();
            }
        }
    }

    private TrainingPass pass(ImageSource images, List<Sample> samples, int count) {
        List<TrainingItem> items =
                samples.stream().limit(count * (long) batchSize).map(TrainingItem::new).toList();
        return new TrainingPass(
                items,
                new AugmentedImages(AugmentationPolicy.paper(), new Seed(1), images),
                BatchAugmentation.none(),
                1);
    }

    private static void row(
            RatioTable table, Map<String, Timings> timings, String name, String against) {
        Timings ratio = timings.get(name).over(timings.get(against));
        table.row(
                name,
                timings.get(name).median("%.3f"),
                against + " " + timings.get(against).median("%.3f"),
                ratio.median("%.2f"),
                ratio.range("%.2f"));
    }
}
