package dev.fer4j.benchmarks.kills;

import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.core.Seed;
import dev.fer4j.train.KillTrial;
import dev.fer4j.train.KillTrial.Moment;
import dev.fer4j.train.KillTrial.Outcome;
import dev.fer4j.train.KillTrial.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills and resumes trainings. */
@Command(
        name = "kills",
        description = {
            "Processes of trainings that are killed (SIGKILL), at every step of a save and then at"
                + " random moments, or asked to end (SIGTERM), and resume in another process until"
                + " they are done: their results, against an undisturbed training.",
            "Ends with status 1 if a bit differs."
        },
        mixinStandardHelpOptions = true)
public final class KillsBenchmark implements Callable<Integer> {

    /** Longer than a step, so that a kill can occur at any point of one. */
    private static final Duration LATER = Duration.ofMillis(40);

    @Option(
            names = "--count",
            description = "Of kills; default: ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int count;

    @Option(
            names = "--requests",
            description = "To end; default: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private int requests;

    @Option(
            names = "--epochs",
            description = "Of five steps each; default: ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int epochs;

    @Option(
            names = "--seed",
            description = "Of the moments; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RandomGenerator random = new Seed(seed).derive("kills").generator();
        KillTrial trial = new KillTrial(output.folder(), epochs);
        List<Outcome> atSteps = new ArrayList<>();
        for (String step : trial.saveSteps().stream().limit(count).toList()) {
            add(atSteps, trial.killAtStep(step, random), trial);
        }
        List<Outcome> anywhere = new ArrayList<>();
        while (atSteps.size() + anywhere.size() < count) {
            add(anywhere, trial.end(Signal.KILL, moment(trial, random)), trial);
        }
        List<Outcome> asked = new ArrayList<>();
        while (asked.size() < requests) {
            add(asked, trial.end(Signal.TERMINATE, moment(trial, random)), trial);
        }
        List<KillTally> tallies =
                List.of(
                        new KillTally("SIGKILL at a step of a save", atSteps, trial.end()),
                        new KillTally("SIGKILL at a random moment", anywhere, trial.end()),
                        new KillTally("SIGTERM at a random moment", asked, trial.end()));
        RatioTable table = KillTally.table();
        tallies.forEach(tally -> tally.addTo(table));
        output.report(
                "kills",
                trial.trained() + " steps, " + trial.saves() + " checkpoints each",
                table.toText()
                        + "\nSteps of a save: "
                        + String.join(", ", trial.saveSteps())
                        + "\n");
        return tallies.stream().allMatch(KillTally::isClean) ? 0 : 1;
    }

    private static Moment moment(KillTrial trial, RandomGenerator random) {
        return new Moment(
                random.nextInt(trial.trained()),
                Duration.ofNanos(random.nextLong(LATER.toNanos())));
    }

    private void add(List<Outcome> outcomes, Outcome outcome, KillTrial trial) {
        outcomes.add(outcome);
        boolean equal = outcome.end().equals(trial.end());
        output.messages()
                .accept(
                        outcomes.size()
                                + ", "
                                + outcome.place()
                                + ": "
                                + (equal ? "equal" : "NOT EQUAL"));
    }
}
