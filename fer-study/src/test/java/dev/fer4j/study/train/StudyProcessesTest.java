package dev.fer4j.study.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Splitting;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyProcessesTest {

    @Test
    void plansOfTheLibraryCanBeHandedOnAndPixelFunctionsOfOnesOwnCannot() {
        StudyProcesses.check(TrainingPlan.paper());
        StudyProcesses.check(TrainingPlan.small());
        AugmentationPolicy own =
                new AugmentationPolicy(
                        List.of(new Splitting.Custom("same", (image, random) -> image)));
        assertThatThrownBy(() -> StudyProcesses.check(TrainingPlan.small().withAugmentation(own)))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("cannot be passed to another process");
    }

    @Test
    void processesShareTheThreads() {
        assertThat(StudyProcesses.threads(1)).isEqualTo(EngineInfo.current().threads());
        assertThat(StudyProcesses.threads(1000)).isEqualTo(1);
    }

    private static List<String> shown(StudyPlan plan, String task) {
        List<String> shown = new ArrayList<>();
        StudyProcesses.titled(plan, progress -> shown.add(progress.task() + " " + progress.done()))
                .update(new Progress(task, 3, 5, "note"));
        return shown;
    }

    @Test
    void tasksNameTheConditionWhereItTellsCellsApart() {
        StudyPlan plan = StudyPlan.paper(Condition.STANDARD);
        String id = " [" + plan.cells().get(1).id() + "]";
        String title = plan.cells().get(1).condition().title();

        assertThat(shown(plan, "training " + title + id))
                .containsExactly("training " + title + " 3");
        assertThat(shown(plan, "images" + id)).containsExactly("images [" + title + "] 3");
        assertThat(shown(plan, "features")).containsExactly("features 3");
        assertThat(shown(plan, "odd [1]")).containsExactly("odd [1] 3");
        assertThat(shown(plan.withSeeds(2), "images" + id)).containsExactly("images" + id + " 3");
    }
}
