package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.MemoryCourse.Work;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** fer-benchmarks' {@code memory} goes on for longer. */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

    @TempDir private Path folder;

    /** A batch that was kept would be 55 KB a step, a copy of the weights ten times that. */
    @Test
    void fourHundredStepsTakeNoMemory() throws IOException, InterruptedException {
        MemoryCourse course = MemoryCourse.of(Work.STEPS, folder, 400).after(150);
        assertThat(course.slope()).isLessThan(12);
        assertThat(course.arrays().asList()).containsOnly(course.arrays().get(0));
    }

    /** A leaked input alone would be 55 KB a batch; the allocator takes more now and then. */
    @Test
    void twoThousandBatchesOnFourThreadsTakeNoMemory() throws IOException, InterruptedException {
        MemoryCourse course = MemoryCourse.of(Work.PREDICTIONS, folder, 900).after(400);
        assertThat(course.medianGrowth(50)).isLessThan(50 * MemoryCourse.THREADS);
        assertThat(course.arrays().asList()).containsOnly(course.arrays().get(0));
    }

    /** A checkpoint that was kept in memory would be 200 KB. */
    @Test
    void savesTakeNoMemory() throws IOException, InterruptedException {
        MemoryCourse course = MemoryCourse.of(Work.SAVES, folder, 60).after(25);
        assertThat(course.slope()).isLessThan(50);
        assertThat(course.arrays().asList()).containsOnly(course.arrays().get(0));
    }
}
