package dev.fer4j.benchmarks.sampling;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Rights;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.SampledFrame;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The fer4j contestant: samples ten frames of each clip, with one thread per processor core. */
final class SampleClips {

    private SampleClips() {}

    /** Samples the clips of a list, whose path is the only argument. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        FrameSampler sampler = new FrameSampler(SamplingRule.paper());
        ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(arguments[0]))) {
                Path clip = Path.of(line.substring(0, line.indexOf('\t')));
                counts.add(pool.submit(() -> sampler.sample(recording(clip)).size()));
            }
            long frames = 0;
            for (Future<Integer> count : counts) {
                frames += count.get();
            }
            System.out.println(frames + " frames");
        } finally {
            pool.shutdownNow();
        }
    }

    static Recording recording(Path clip) {
        return new Recording(
                "clip",
                List.of(clip),
                Label.INTERESTED,
                "nobody",
                Optional.empty(),
                Optional.empty(),
                Demographics.UNKNOWN,
                Rights.UNKNOWN);
    }

    static List<SampledFrame> frames(Path clip) {
        return new FrameSampler(SamplingRule.paper()).sample(recording(clip));
    }
}
