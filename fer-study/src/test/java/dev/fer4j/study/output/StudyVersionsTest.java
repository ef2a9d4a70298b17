package dev.fer4j.study.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.device.EngineInfo;
import org.junit.jupiter.api.Test;

class StudyVersionsTest {

    @Test
    void resultsDependOnTheEngineAndTheThreadsButNotOnHowTheyWait() {
        EngineInfo engine = EngineInfo.current();
        assertThat(StudyVersions.ofResults(3))
                .containsEntry("djl", engine.djl())
                .containsEntry("pytorch", engine.pytorch())
                .containsEntry("pytorch threads", "3")
                .doesNotContainKey("OMP_WAIT_POLICY");
        assertThat(StudyVersions.all()).containsKey("OMP_WAIT_POLICY");
    }
}
