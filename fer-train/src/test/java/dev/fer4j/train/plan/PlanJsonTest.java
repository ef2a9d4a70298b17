package dev.fer4j.train.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.nn.Blocks;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.InputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.loss.ClassWeights;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.optim.WeightDecay;
import dev.fer4j.train.xception.MiniXception;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanJsonTest {

    static Stream<TrainingPlan> plans() {
        return Stream.of(
                TrainingPlan.paper(),
                TrainingPlan.small().withDevice(DeviceChoice.parse("gpu:1")),
                TrainingPlan.small()
                        .withBackbone(MiniXception.defaults())
                        .withAugmentation(
                                AugmentationPolicy.none()
                                        .withScope(AugmentationPolicy.Scope.RECORDING))
                        .withBatchAugmentation(new BatchAugmentation.CutMix(1))
                        .withSampling(Sampling.PERSON_BALANCED)
                        .withClassWeighting(new ClassWeighting.Given(new ClassWeights(1, 3)))
                        .withEarlyStopping(
                                new EarlyStopping(TrainingMetric.VALIDATION_AUC, 3, 0.01, 2))
                        .withOnNotFinite(new OnNotFinite.RollBack(3))
                        .withOptimization(
                                Optimization.of(
                                                AdamConfig.KERAS.withDecay(
                                                        new WeightDecay.Decoupled(
                                                                0.1, WeightDecay.Scope.ALL)))
                                        .withClipNorm(1)
                                        .withAccumulation(4)
                                        .withAverageDecay(0.999)
                                        .withStageRates(Map.of("block1", 0.1)))
                        .withPhases(
                                List.of(
                                        new Phase(
                                                "head",
                                                2,
                                                Set.of("block2", "block1"),
                                                new LearningRate.WarmUp(
                                                        5, new LearningRate.Cosine(1, 0, 2))))),
                TrainingPlan.small()
                        .withFrozen(Set.of("block1"))
                        .withClassWeighting(new ClassWeighting.Balanced())
                        .withOnNotFinite(new OnNotFinite.KeepBest()),
                TrainingPlan.small().withFit(ImageFit.LETTERBOX),
                TrainingPlan.small().withFit(ImageFit.CROP),
                TrainingPlan.small()
                        .withArithmetic(
                                new Arithmetic(
                                        Arithmetic.Precision.BFLOAT16,
                                        Arithmetic.Layout.CONTIGUOUS,
                                        true)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanComesBack(TrainingPlan plan) {
        assertThat(TrainingPlan.parse(plan.toJson(), "test")).isEqualTo(plan);
    }

    /** Fingerprints of trainings are made of this text, and must stay what they were. */
    @Test
    void valuesOfPlansFromBeforeTheirSettingsAreNotWritten() {
        assertThat(TrainingPlan.paper().toJson())
                .doesNotContain("fit\"", "STRETCH", "arithmetic", "FLOAT32");
        assertThat(TrainingPlan.paper().withFit(ImageFit.CROP).toJson()).contains("\"CROP\"");
    }

    @Test
    void anUnknownFitIsRefused() {
        String json = TrainingPlan.small().withFit(ImageFit.CROP).toJson().replace("CROP", "TRIM");
        assertThatThrownBy(() -> TrainingPlan.parse(json, "plan.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.json: fit");
    }

    @Test
    void networkOfOnesOwnIsWrittenAndNotReadBack() {
        Backbone own = seed -> Blocks.identityBlock();
        String json = TrainingPlan.small().withBackbone(own).toJson();
        assertThat(json).contains("other");
        assertThatThrownBy(() -> TrainingPlan.parse(json, "plan.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.json")
                .hasMessageContaining("mini-xception");
    }

    @Test
    void learningRateOfOnesOwnIsWrittenByItsDescriptionAndNotReadBack() {
        LearningRate own = LearningRate.of("1e-3 / epoch", (epoch, step, steps) -> 1e-3 / epoch);
        TrainingPlan plan = TrainingPlan.small().withLearningRate(new LearningRate.WarmUp(5, own));
        assertThat(plan.learningRate().at(4, 9, 10)).isEqualTo(1e-3 / 4);
        assertThat(plan.toJson())
                .contains("\"kind\" : \"own\"")
                .contains("\"description\" : \"1e-3 / epoch\"");
        assertThatThrownBy(() -> TrainingPlan.parse(plan.toJson(), "plan.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.json")
                .hasMessageContaining("1e-3 / epoch");
        assertThatThrownBy(() -> LearningRate.of("none", (e, step, steps) -> -1).at(1, 0, 1))
                .isInstanceOf(PlanException.class);
    }

    @Test
    void epochsThatContradictPhasesAreRefused() {
        TrainingPlan plan =
                TrainingPlan.small()
                        .withPhases(
                                List.of(
                                        new Phase(
                                                "all",
                                                7,
                                                Set.of(),
                                                new LearningRate.Constant(1e-3))));
        String json = plan.toJson().replace("\n  \"epochs\" : 7", "\n  \"epochs\" : 8");
        assertThatThrownBy(() -> TrainingPlan.parse(json, "plan.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("epochs 8");
    }

    @Test
    void unknownFieldsAndBadValuesAreRefusedByName() {
        String json = TrainingPlan.small().toJson();
        assertThatThrownBy(
                        () ->
                                TrainingPlan.parse(
                                        json.replace("\"batchSize\" : 16", "\"batchSize\" : 1"),
                                        "p"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("p: batch size 1");
        assertThatThrownBy(() -> TrainingPlan.parse(json.replace("\"epochs\"", "\"epoch\""), "p"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("without [epochs], with the unknown [epoch]");
        assertThatThrownBy(() -> TrainingPlan.parse("[]", "p")).isInstanceOf(InputException.class);
    }

    @Test
    void arithmeticThatCannotBeHadIsRefused() {
        Arithmetic tf32 = Arithmetic.DEFAULT.withPrecision(Arithmetic.Precision.TF32);
        Arithmetic bfloat16 = tf32.withPrecision(Arithmetic.Precision.BFLOAT16);
        Backbone own = seed -> Blocks.identityBlock();
        assertThatThrownBy(
                        TrainingPlan.paper().withArithmetic(tf32.withDeterministic(true))
                                ::requireValid)
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("precision tf32: is not combined with deterministic");
        assertThatThrownBy(
                        TrainingPlan.paper().withBackbone(own).withArithmetic(bfloat16)
                                ::requireValid)
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("precision bfloat16: is not supported by the network");
        assertThat(TrainingPlan.paper().withArithmetic(bfloat16.withDeterministic(true)).problems())
                .isEmpty();
        assertThatThrownBy(
                        () ->
                                TrainingPlan.parse(
                                        TrainingPlan.paper()
                                                .withArithmetic(bfloat16)
                                                .toJson()
                                                .replace("BFLOAT16", "FLOAT8"),
                                        "plan.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.json")
                .hasMessageContaining("arithmetic");
    }
}
