package dev.fer4j.train;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.StateDigest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Trainings whose process is ended by a signal and which then go on, in this process, until they
 * are done; beside one that nobody disturbed and of which all checkpoints are kept.
 */
public final class KillTrial {

    private static final String ALL = "1000000";
    private static final String FEW = "2";

    private final Path folder;
    private final int epochs;
    private final Composition composition;

    /** Of all checkpoints of the training that nobody disturbed, newest first. */
    private final List<StateDigest> undisturbed;

    private final int trained;

    /** Places in the order of all steps of all saves, by the step's name. */
    private final Map<String, List<Integer>> saveSteps = new LinkedHashMap<>();

    /**
     * Trains without a disturbance.
     *
     * @param folder empty, or of an earlier trial
     * @param epochs of five steps each; a checkpoint follows each step and each epoch
     */
    public KillTrial(Path folder, int epochs) throws IOException, InterruptedException {
        this.folder = folder;
        this.epochs = epochs;
        Path whole = folder.resolve("whole");
        this.composition =
                Pictures.compose(
                        Files.createDirectories(folder.resolve("images")), ResumeProgram.IMAGES);
        whole(whole, ALL, "-");
        List<String> lines = whole(folder.resolve("told"), FEW, "tell");
        List<String> saving =
                lines.stream()
                        .filter(line -> line.startsWith(ResumeProgram.SAVING))
                        .map(line -> line.substring(ResumeProgram.SAVING.length()))
                        .toList();
        String renamed = "";
        for (int i = 0; i < saving.size(); i++) {
            String name = saving.get(i).replaceAll("\\d{10}", "N");
            if (name.startsWith("rename to ")) {
                renamed = name.substring("rename to ".length());
            }
            // The folder is forced twice in a save.
            String full = name.equals("force folder") ? name + " after " + renamed : name;
            saveSteps.computeIfAbsent(full, n -> new ArrayList<>()).add(i);
        }
        this.trained = (int) lines.stream().filter(ResumeProgram.STEP::equals).count();
        this.undisturbed = StateDigest.in(whole);
    }

    /** How a process is ended. */
    public enum Signal {
        /** SIGKILL, of which it does not learn. */
        KILL,
        /** SIGTERM. */
        TERMINATE
    }

    /**
     * When a process is ended.
     *
     * @param steps of training that are done; 0 for the start of the process
     * @param later time after that
     */
    public record Moment(int steps, Duration later) {}

    /**
     * What came of a training.
     *
     * @param place where its process was ended
     * @param status that it ended with: 137 if it was killed, 143 if it was asked, 0 if it was done
     *     before
     * @param ending time from the signal to the end
     * @param intact whether every checkpoint that it left has a state of the undisturbed training
     * @param end what it came to after it had gone on
     */
    public record Outcome(
            String place, int status, Duration ending, boolean intact, StateDigest end) {}

    /** What the undisturbed training came to. */
    public StateDigest end() {
        return undisturbed.get(0);
    }

    /** How many checkpoints it saved. */
    public int saves() {
        return undisturbed.size();
    }

    /** How many steps of training it took. */
    public int trained() {
        return trained;
    }

    /** Names of the steps of a save, in their order. */
    public List<String> saveSteps() {
        return List.copyOf(saveSteps.keySet());
    }

    /** Kills a training at a step of a save, one of those of this name. */
    public Outcome killAtStep(String name, RandomGenerator random)
            throws IOException, InterruptedException {
        List<Integer> places = saveSteps.get(name);
        int place = places.get(random.nextInt(places.size()));
        return end(
                Signal.KILL,
                name + " (" + place + ")",
                Integer.toString(place),
                line -> line.startsWith(ResumeProgram.SAVING),
                new Moment(1, Duration.ZERO));
    }

    /** Ends a training at some moment. */
    public Outcome end(Signal signal, Moment moment) throws IOException, InterruptedException {
        return end(
                signal,
                signal
                        + " after step "
                        + moment.steps()
                        + " and "
                        + moment.later().toMillis()
                        + " ms",
                "-",
                ResumeProgram.STEP::equals,
                moment);
    }

    private Outcome end(
            Signal signal, String place, String atSteps, Predicate<String> counted, Moment moment)
            throws IOException, InterruptedException {
        Path disturbed = folder.resolve("disturbed");
        delete(disturbed);
        Process process = start(disturbed, FEW, atSteps);
        Duration ending;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            String line = "";
            while (seen < moment.steps() && line != null) {
                line = lines.readLine();
                seen += line != null && counted.test(line) ? 1 : 0;
            }
            process.waitFor(moment.later().toNanos(), TimeUnit.NANOSECONDS);
            long start = System.nanoTime();
            switch (signal) {
                case KILL -> process.toHandle().destroyForcibly();
                case TERMINATE -> process.toHandle().destroy();
            }
            process.waitFor();
            ending = Duration.ofNanos(System.nanoTime() - start);
        }
        boolean intact =
                Files.notExists(disturbed) || undisturbed.containsAll(StateDigest.in(disturbed));
        goOn(disturbed);
        StateDigest end = StateDigest.in(disturbed).get(0);
        return new Outcome(place, process.exitValue(), ending, intact, end);
    }

    private void goOn(Path checkpoints) throws IOException {
        TrainingRun run =
                ResumableTraining.run(
                        ResumeProgram.plan(epochs),
                        composition,
                        ResumeProgram.SEED,
                        TrainingOptions.defaults(),
                        new Checkpoints(
                                checkpoints,
                                Duration.ZERO,
                                Settings.defaults().withKeep(Integer.parseInt(FEW))));
        run.close();
        if (run.ending() != TrainingRun.Ending.COMPLETED) {
            throw new IOException("training ended as " + run.ending());
        }
    }

    /** Nobody disturbs it; what it prints. */
    private List<String> whole(Path checkpoints, String kept, String atSteps)
            throws IOException, InterruptedException {
        delete(checkpoints);
        Process process = start(checkpoints, kept, atSteps);
        List<String> lines;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines().toList();
        }
        if (process.waitFor() != 0 || !lines.contains(TrainingRun.Ending.COMPLETED.name())) {
            throw new IOException("training ended as " + process.exitValue() + " " + lines);
        }
        return lines;
    }

    private Process start(Path checkpoints, String kept, String atSteps) throws IOException {
        // A kill leaves unpacked natives behind.
        Path temporary = folder.resolve("temporary");
        delete(temporary);
        return ChildJvm.SMALL
                .withFlags("-Djava.io.tmpdir=" + Files.createDirectories(temporary))
                .start(
                        ResumeProgram.class,
                        folder.resolve("images").toString(),
                        checkpoints.toString(),
                        Integer.toString(epochs),
                        kept,
                        atSteps);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            MoreFiles.deleteRecursively(tree, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}
