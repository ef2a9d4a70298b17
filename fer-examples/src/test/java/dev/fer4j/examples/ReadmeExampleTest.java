package dev.fer4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeExampleTest {

    @Test
    void exampleEndsWithAnAuc(@TempDir Path folder) throws IOException {
        ToyFolders toy = SharedToyCorpus.of(new Seed(1), ToyScale.SMALLEST);
        TrainingPlan plan =
                TrainingPlan.small()
                        .withBackbone(Xception.FULL.withWidth(0.125).withMiddleRepeats(1))
                        .withInputSize(71)
                        .withEpochs(1);
        Outcome auc =
                ReadmeExample.rocAuc(
                        toy.baseline(), toy.youtube(), folder, plan, ProgressListener.none());
        assertThat(auc.value()).hasValueSatisfying(value -> assertThat(value).isBetween(0.0, 1.0));
    }
}
