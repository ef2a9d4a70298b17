package dev.fer4j.toy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Seed;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.Training;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightOutcome;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToyWeightsTest {

    @Test
    void theSmallPlanStartsFromAllOfThemButTheLastLayer() throws IOException {
        TrainingPlan plan = TrainingPlan.small();
        ToyFolders corpus = SharedToyCorpus.of(new Seed(1), ToyScale.SMALLEST);
        WeightsFile weights = ToyWeights.of(corpus);

        WeightsReport report = Training.check(plan, Optional.of(weights)).orElseThrow();

        assertThat(ToyWeights.fit(plan.backbone())).isTrue();
        assertThat(report.complete()).isTrue();
        assertThat(report.entries(WeightOutcome.KEPT))
                .isNotEmpty()
                .allMatch(entry -> entry.parameter().orElseThrow().startsWith("logit"));
        assertThat(report.count(WeightOutcome.LOADED)).isEqualTo(162);
        assertThat(corpus.weights()).isRegularFile();
        assertThat(corpus.weights().toFile().length()).isLessThan(4_000_000);
    }

    @Test
    void otherNetworksDoNotStartFromThem() {
        Xception small = (Xception) TrainingPlan.small().backbone();

        assertThat(ToyWeights.fit(small.withDropout(0.1).withBatchNormMomentum(0.5))).isTrue();
        assertThat(ToyWeights.fit(small.withWidth(0.5))).isFalse();
        assertThat(ToyWeights.fit(small.withMiddleRepeats(8))).isFalse();
        assertThat(ToyWeights.fit(small.withProfile(NumericsProfile.TIMM))).isFalse();
        assertThat(ToyWeights.fit(MiniXception.defaults())).isFalse();
    }
}
