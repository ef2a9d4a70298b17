package dev.fer4j.study.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Splitting;
import dev.fer4j.core.PlanException;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.plan.TrainingPlan;
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
}
