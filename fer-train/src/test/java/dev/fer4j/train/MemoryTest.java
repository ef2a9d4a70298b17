package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.MemoryCourse.Work;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is looked at is the median of what some pieces of work in a row added: compilers and
 * allocators take more now and then. fer-benchmarks' {@code memory} goes on for longer.
 */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

    @TempDir private Path folder;

    private static void requireSameArrays(MemoryCourse course) {
        assertThat(course.arrays().asList()).containsOnly(course.arrays().get(0));
    }

    /** In an epoch of 20 steps, a batch that was kept would be 1,100 KB, two states 200 KB. */
    @Test
    void sixHundredStepsTakeNoMemory() throws IOException, InterruptedException {
        MemoryCourse course = MemoryCourse.of(Work.STEPS, folder, 600).after(350);
        assertThat(course.medianGrowth(20)).isLessThan(100);
        requireSameArrays(course);
    }

    /** An image that was kept would be 28 KB, so 50 pieces 11,000 KB. */
    @Test
    void batchesOnFourThreadsTakeNoMemory() throws IOException, InterruptedException {
        MemoryCourse course = MemoryCourse.of(Work.PREDICTIONS, folder, 900).after(400);
        assertThat(course.medianGrowth(50)).isLessThan(50 * MemoryCourse.THREADS);
        requireSameArrays(course);
    }

    /** A state that was kept would be more than 100 KB. */
    @Test
    void savesTakeNoMemory() throws IOException, InterruptedException {
        MemoryCourse course = MemoryCourse.of(Work.SAVES, folder, 60).after(25);
        assertThat(course.medianGrowth(1)).isLessThan(50);
        requireSameArrays(course);
    }
}
