package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that die in the middle of a save, in the state in which old ones are removed, too. */
class KillTest {

    private static final long LAST = 4;
    private static final String SAFE_AFTER = "rename to 0000000004.json";

    @TempDir private Path folder;

    /** Steps of the last save, in a run that nobody kills; its last two checkpoints stay. */
    private List<String> steps(Path reference) {
        List<String> steps = new ArrayList<>();
        SteppedFiles files = new SteppedFiles(steps::add);
        try (CheckpointStore store = CheckpointFixture.open(reference, files)) {
            for (long number = 1; number <= LAST; number++) {
                steps.clear();
                CheckpointFixture.save(store, number);
            }
        }
        return steps;
    }

    @Test
    void processThatHaltsAtAnyStepLeavesOneOfTwoCheckpointsWhole() throws Exception {
        Path reference = folder.resolve("reference");
        List<String> steps = steps(reference);
        assertThat(steps)
                .containsExactly(
                        "create 0000000004.safetensors.part",
                        "write 0000000004.safetensors.part",
                        "write half of 0000000004.safetensors.part",
                        "write 0000000004.safetensors.part",
                        "write half of 0000000004.safetensors.part",
                        "force 0000000004.safetensors.part",
                        "rename to 0000000004.safetensors",
                        "force folder",
                        "create 0000000004.json.part",
                        "write 0000000004.json.part",
                        "write half of 0000000004.json.part",
                        "force 0000000004.json.part",
                        SAFE_AFTER,
                        "force folder",
                        "delete 0000000002.json",
                        "delete 0000000002.safetensors");
        for (int step = 0; step < steps.size(); step++) {
            Path place = folder.resolve("halt" + step);
            Child child =
                    Child.run(
                            KillProgram.class,
                            place.toString(),
                            Long.toString(LAST),
                            Integer.toString(step),
                            "halt");
            assertThat(child.lines()).containsExactly(steps.get(step));
            assertThat(child.status()).isEqualTo(137);
            verify(place, reference, step > steps.indexOf(SAFE_AFTER) ? LAST : LAST - 1);
        }
    }

    @Test
    void processThatIsKilledLeavesOneOfTwoCheckpointsWhole() throws Exception {
        Path reference = folder.resolve("reference");
        List<String> steps = steps(reference);
        List<String> fatal =
                List.of(
                        "write half of 0000000004.safetensors.part",
                        SAFE_AFTER,
                        "delete 0000000002.safetensors");
        for (String name : fatal) {
            int step = steps.indexOf(name);
            Path place = folder.resolve("kill" + step);
            Process child =
                    Child.start(
                            KillProgram.class,
                            place.toString(),
                            Long.toString(LAST),
                            Integer.toString(step),
                            "wait");
            try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.readLine()).isEqualTo(name);
                child.toHandle().destroyForcibly();
                assertThat(child.waitFor()).isEqualTo(137);
            }
            verify(place, reference, step > steps.indexOf(SAFE_AFTER) ? LAST : LAST - 1);
        }
    }

    private static void verify(Path place, Path reference, long newest) throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(place)) {
            assertThat(CheckpointFixture.newest(store)).as("%s", place).isEqualTo(newest);
            assertThat(store.skipped()).isEmpty();
            assertThat(CheckpointFixture.files(place))
                    .containsAllEntriesOf(only(newest, CheckpointFixture.files(reference)));
            CheckpointFixture.save(store, newest + 1);
            assertThat(CheckpointFixture.newest(store)).isEqualTo(newest + 1);
            assertThat(CheckpointFixture.files(place))
                    .containsOnlyKeys(CheckpointFixture.names(newest, newest + 1));
        }
    }

    private static Map<String, String> only(long number, Map<String, String> files) {
        Map<String, String> found = new TreeMap<>(files);
        found.keySet().retainAll(CheckpointFixture.names(number));
        return found;
    }
}
