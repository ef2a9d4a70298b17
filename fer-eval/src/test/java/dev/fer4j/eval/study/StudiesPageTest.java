package dev.fer4j.eval.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.probe.LabelShuffle;
import dev.fer4j.eval.probe.LabelShuffleCheck;
import dev.fer4j.eval.probe.ProbeImage;
import dev.fer4j.eval.probe.SourceProbe;
import dev.fer4j.eval.probe.SourceProbeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The code that docs/studies.md shows. */
@Execution(ExecutionMode.CONCURRENT)
class StudiesPageTest {

    @TempDir private Path out;

    @Test
    void planIsTold() {
        StudyPlan plan =
                StudyPlan.paper(Condition.STANDARD) // the paper's split, one seed
                        .withRotations() // every category in every role: six splits
                        .withSeeds(3)
                        .withSeen(new HeldOutPeople(20, new Seed(7))); // see "Gaps" below
        String everything = plan.toText(); // to look at before work begins
        assertThat(everything)
                .startsWith("72 trainings: 4 conditions × 6 category splits × 3 seeds\n");
    }

    @Test
    void cellsRunInProcesses() throws IOException {
        Path data = out.resolve("data");
        StudyPlan plan = MadeUpStudy.PAPER_PLAN;
        String fingerprint = "a";
        List<String> tasks = Collections.synchronizedList(new ArrayList<>());
        ProgressListener listener = progress -> tasks.add(progress.task());
        List<String> command =
                ForkedCellRunner.javaCommand(TrainCell.class, List.of("-Xmx512m"), data.toString());
        CellRunner runner =
                new ForkedCellRunner(command, out.resolve("processes"))
                        .withParallelism(2)
                        .withEnvironment(Map.of("OMP_NUM_THREADS", "1"))
                        .withListener(listener);
        StudyResult result = new StudyRunner(plan, out, fingerprint).run(runner, listener);
        assertThat(result.cells()).hasSize(3);
        assertThat(tasks).contains("data [" + plan.cells().get(0).id() + "]", "study");
    }

    @Test
    void labelsAreShuffled() throws IOException {
        StudyPlan plan = MadeUpStudy.PAPER_PLAN;
        String fingerprint = "a";
        ProgressListener listener = ProgressListener.none();
        List<Manifest> manifests = List.of();
        Function<List<Manifest>, CellRunner> trainer =
                some -> cell -> MadeUpStudy.result(cell, 0, 1);
        StudyPlan shuffled = LabelShuffle.plan(plan, 10);
        CellRunner onShuffled = LabelShuffle.runner(manifests, some -> trainer.apply(some));
        StudyResult trained = new StudyRunner(shuffled, out, fingerprint).run(onShuffled, listener);
        LabelShuffleCheck check = LabelShuffleCheck.of(trained);
        assertThat(check.rows()).hasSize(3);
        assertThat(check.rows())
                .allMatch(row -> Math.abs(row.mean().value().orElseThrow() - 0.5) < 0.1);
    }

    @Test
    void sourcesAreProbed() {
        List<ProbeImage> images = new ArrayList<>();
        for (String source : List.of("baseline", "stylegan2")) {
            for (int i = 0; i < 20; i++) {
                images.add(
                        new ProbeImage(
                                source + i,
                                source,
                                Label.INTERESTED,
                                "p" + i % 10,
                                source + i,
                                Doubles.asList(i % 7 + (source.equals("baseline") ? 0 : 4))));
            }
        }
        SourceProbe probe = new SourceProbe("stylegan2", "baseline", new Seed(1));
        SourceProbeResult interested = probe.run(images, Label.INTERESTED);
        String sentence = interested.toText();
        assertThat(sentence).endsWith("), told apart");
    }
}
