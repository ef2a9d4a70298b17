package dev.fer4j.benchmarks.predict;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.ImagePrediction;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times prediction. */
@Command(
        name = "predict",
        description = {
            "Predictions of Xception with random weights: fer4j's predictor (batch normalization"
                    + " folded, channels-last) against DJL's, with a translator and the stack"
                    + " batchifier, on the unfolded network. Both get the same decoded images of"
                    + " the input size."
        },
        mixinStandardHelpOptions = true)
public final class PredictBenchmark implements Callable<Integer> {

    /** Maximum difference of logits, due to float32 rounding. */
    private static final double CLOSE = 1e-4;

    @Option(names = "--size", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "299")
    private int size;

    @Option(names = "--batch", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "16")
    private int batchSize;

    @Option(
            names = "--width",
            description = "Of Xception; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double width;

    @Option(names = "--warm-ups", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "2")
    private int warmUps;

    @Mixin private Rounds rounds;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException {
        Xception config = Xception.FULL.withWidth(width);
        List<RgbImage> images = images();
        Map<String, Timings> timings;
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            Block network = config.build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, size, size));
            ModelDescription description = ModelDescription.of(config, size);
            try (Predictor ours = Predictor.of(description, network, DeviceChoice.CPU);
                    DjlPredictor djl = new DjlPredictor(network)) {
                requireSame(ours.predict(images), djl.predict(images));
                timings =
                        AlternatingRuns.run(
                                ImmutableMap.of(
                                        "fer4j", () -> ours.predict(images),
                                        "DJL", () -> djl.predict(images)),
                                warmUps,
                                rounds.count(),
                                output.messages());
            }
        }
        output.report(
                "predict-" + size,
                format(
                        "%d × %d pixels, batches of %d, width %s, %d rounds",
                        size, size, batchSize, width, rounds.count()),
                table(timings));
        return 0;
    }

    private List<RgbImage> images() {
        RandomGenerator random = new Seed(2).generator();
        List<RgbImage> images = new ArrayList<>();
        for (int i = 0; i < batchSize; i++) {
            byte[] rgb = new byte[3 * size * size];
            random.nextBytes(rgb);
            images.add(new RgbImage(size, size, rgb));
        }
        return images;
    }

    private static void requireSame(List<ImagePrediction> ours, List<Float> theirs) {
        for (int i = 0; i < ours.size(); i++) {
            double difference = Math.abs(ours.get(i).logit() - theirs.get(i));
            if (!(difference <= CLOSE)) {
                throw new IllegalStateException(
                        "image %s: logit %s of fer4j, %s of DJL"
                                .formatted(i, ours.get(i).logit(), theirs.get(i)));
            }
        }
    }

    private String table(Map<String, Timings> timings) {
        RatioTable table =
                new RatioTable("contestant", "images/s", "median s", "speed / DJL's", "min–max");
        Timings djl = timings.get("DJL");
        for (Timings own : timings.values()) {
            Timings ratio = djl.over(own);
            table.row(
                    own.name(),
                    format("%.2f", batchSize / own.median()),
                    own.median("%.3f"),
                    ratio.median("%.2f"),
                    ratio.range("%.2f"));
        }
        return table.toText();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
