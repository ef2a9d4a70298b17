package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own are asked to end in the middle of an epoch of six batches. */
class StopAndGoOnTest {

    private static final Object[] PLAN = {
        "--count",
        4,
        "--input",
        71,
        "--width",
        0.125,
        "--batch",
        4,
        "--epochs",
        3,
        "--learning-rate",
        0.001
    };

    @TempDir private static Path folder;

    private static ToyFolders toy;
    private static Path whole;
    private static String model;

    private static Object[] arguments(String command, Path out, Object... more) {
        return Stream.of(Stream.of(command, "--out", out), Stream.of(PLAN), Stream.of(more))
                .flatMap(some -> some)
                .toArray();
    }

    /** The training that nobody stops. */
    @BeforeAll
    static void trainWhole() throws IOException {
        toy = SharedToyCorpus.of(new Seed(1), ToyScale.SMALLEST);
        whole = folder.resolve("whole");
        FerRun run = FerRun.of(arguments("train", whole, "--baseline", toy.baseline()));
        assertThat(run.status()).as(run.err()).isZero();
        model = Sha256.of(whole.resolve("model.safetensors"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void terminatedTrainingKeepsItsStateAndGoesOnToTheSameModel()
            throws IOException, InterruptedException {
        Path out = folder.resolve("stopped");
        Path manifest = whole.resolve("manifest/baseline.jsonl");
        Object[] arguments =
                arguments("train", out, "--manifest", manifest, "--checkpoint-every", 0);
        try (ChildFer child = new ChildFer(Map.of(), arguments)) {
            // Six steps and the epoch's end have a checkpoint each.
            await(9, out.resolve("checkpoints"), child);
            child.terminate();
            assertThat(child.status()).as(child.printed()).isEqualTo(143);
            assertThat(child.printed())
                    .contains("fer: asked to end; finished work is kept")
                    .contains("the training of Baseline was stopped after epoch 1; its state is")
                    .contains("the same command resumes from there")
                    .doesNotContain("epoch 2/3")
                    .doesNotContain("\tat ");
        }
        assertThat(out.resolve("model.safetensors")).doesNotExist();
        assertThat(Files.readAllLines(out.resolve("history.csv"))).hasSize(2);
        Path other = folder.resolve("otherThreads");
        copy(out, other);

        FerRun resumed = FerRun.of(arguments);
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.out()).containsPattern("Resuming after epoch 1 and \\d+ batches");
        assertThat(Sha256.of(out.resolve("model.safetensors"))).isEqualTo(model);
        assertThat(out.resolve("last.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("last.safetensors"));
        assertThat(out.resolve("predictions/test.csv"))
                .hasSameBinaryContentAs(whole.resolve("predictions/test.csv"));
        assertThat(out.resolve("history.csv")).hasSameBinaryContentAs(whole.resolve("history.csv"));

        otherThreadsAreRefusedUnlessAllowed(other, manifest);
    }

    private static void otherThreadsAreRefusedUnlessAllowed(Path out, Path manifest)
            throws IOException, InterruptedException {
        int threads = EngineInfo.current().threads();
        int others = threads == 1 ? 2 : 1;
        Map<String, String> environment =
                Map.of("OMP_NUM_THREADS", Integer.toString(others), "MKL_DYNAMIC", "FALSE");
        Object[] arguments = arguments("train", out, "--manifest", manifest);
        String difference = "threads: " + threads + " in the checkpoint, " + others + " now";
        try (ChildFer child = new ChildFer(environment, arguments)) {
            assertThat(child.status()).isEqualTo(1);
            assertThat(child.printed()).contains("fer: " + difference).doesNotContain("\tat ");
        }
        Object[] allowing = arguments("train", out, "--manifest", manifest, "--allow-differences");
        try (ChildFer child = new ChildFer(environment, allowing)) {
            assertThat(child.status()).as(child.printed()).isZero();
            assertThat(child.printed())
                    .containsPattern("Resumed despite checkpoint \\d+: " + difference);
        }
        assertThat(Files.readString(out.resolve("provenance.json"))).contains(difference);
        assertThat(ModelFile.describe(out.resolve("model.safetensors")).trainedOn().notes())
                .hasEntrySatisfying(
                        "resumed despite", text -> assertThat(text).contains(difference));
        Path checkpoint = newest(out.resolve("checkpoints"));
        assertThat(Files.readString(checkpoint)).contains("resumedDespite", difference);
    }

    private static Path newest(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .reduce((before, last) -> last)
                    .orElseThrow();
        }
    }

    /** With the settings of the training above, it comes to the same model file. */
    @Test
    void terminatedStudyGoesOnWithinItsTraining() throws IOException, InterruptedException {
        Path out = folder.resolve("study");
        Object[] arguments = arguments("study", out, "--baseline", toy.baseline());
        Path checkpoints = out.resolve("checkpoints");
        try (ChildFer child = new ChildFer(Map.of(), arguments)) {
            await(1, checkpoints, child);
            child.terminate();
            assertThat(child.status()).as(child.printed()).isEqualTo(143);
            assertThat(child.printed())
                    .containsPattern("the training of Baseline was stopped after epoch [12]")
                    .doesNotContain("\tat ");
        }
        assertThat(out.resolve("cells/baseline.json")).doesNotExist();
        assertThat(checkpoints).isNotEmptyDirectory();

        FerRun resumed = FerRun.of(with(arguments, "--json"));
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.json().path("trained").asInt()).isEqualTo(1);
        assertThat(resumed.err()).doesNotContain("Removed the checkpoints");
        assertThat(Sha256.of(out.resolve("models/baseline.safetensors"))).isEqualTo(model);
        assertThat(checkpoints).doesNotExist();
        assertThat(FerRun.of(with(arguments, "--json")).json().path("reused").asInt()).isOne();
    }

    private static Object[] with(Object[] arguments, Object more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray();
    }

    /** Waits until a checkpoint of this number, or a later one, is there. */
    private static void await(int number, Path checkpoints, ChildFer child)
            throws IOException, InterruptedException {
        while (!child.endsWithin(Duration.ofMillis(20)) && newestNumber(checkpoints) < number) {
            assertThat(child.printed()).doesNotContain("\tat ");
        }
    }

    /** By names alone: files come and go meanwhile. */
    private static int newestNumber(Path checkpoints) {
        String[] names = checkpoints.toFile().list();
        int newest = 0;
        for (String name : names == null ? new String[0] : names) {
            newest =
                    Math.max(
                            newest,
                            name.matches("\\d{10}\\.json")
                                    ? Integer.parseInt(name.substring(0, 10))
                                    : newestNumber(checkpoints.resolve(name)));
        }
        return newest;
    }
}
