package dev.fer4j.benchmarks.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.xception.Xception;
import org.junit.jupiter.api.Test;

class UpdatesTest {

    /** A hundredth of an update's length is allowed. */
    @Test
    void bothOptimizersMakeTheSameFirstUpdate() {
        Xception network = Xception.FULL.withWidth(0.125).withMiddleRepeats(1);
        try (Updates updates = new Updates(network)) {
            updates.learn();
            updates.ours();
            assertThat(updates.difference()).isBetween(5e-5f, 2e-4f);
            updates.djl();
            assertThat(updates.difference()).isLessThan(1e-6f);
        }
    }
}
