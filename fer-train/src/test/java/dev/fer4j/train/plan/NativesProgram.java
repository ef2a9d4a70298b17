package dev.fer4j.train.plan;

import dev.fer4j.core.FerException;
import dev.fer4j.core.Seed;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.train.Network;
import java.nio.file.Path;
import java.util.List;

/** Asks for the natives of a JVM in which they may not be there, and prints what is said of it. */
public final class NativesProgram {

    private NativesProgram() {}

    public static void main(String[] arguments) {
        say(() -> Network.of(TrainingPlan.small(), new Seed(1)).close());
        say(
                () ->
                        new FrameSampler(SamplingRule.paper())
                                .sample(List.of(Path.of(arguments[0])), t -> {}, f -> {}));
    }

    private static void say(Runnable work) {
        try {
            work.run();
            System.out.println("there");
        } catch (FerException e) {
            System.out.println(e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
