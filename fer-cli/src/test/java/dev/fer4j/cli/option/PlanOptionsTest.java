package dev.fer4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.cli.FerRun;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real trainings of one condition, of one epoch each. */
class PlanOptionsTest {

    private static final String POLICY =
            """
            {"scope": "RECORDING", "augmentations": [
                {"kind": "rotation", "maxDegrees": %s},
                {"kind": "zoom", "minFactor": 0.9, "maxFactor": 1.25}]}
            """;

    @TempDir private static Path folder;

    private static ToyFolders toy;

    @BeforeAll
    static void draw() throws IOException {
        toy = SharedToyCorpus.of(new Seed(1), ToyScale.SMALLEST);
    }

    private static FerRun study(Path out, Object... more) {
        return FerRun.of(
                Stream.concat(
                                Stream.of(
                                        "study",
                                        "--baseline",
                                        toy.baseline(),
                                        "--out",
                                        out,
                                        "--json",
                                        "--epochs",
                                        1,
                                        "--input",
                                        71,
                                        "--width",
                                        0.125),
                                Stream.of(more))
                        .toArray());
    }

    /** How many conditions were trained, and how many reused; and what the model predicted. */
    private static List<Object> trained(Path out, Object... more) throws IOException {
        FerRun run = study(out, more);
        assertThat(run.status()).as(run.err()).isZero();
        return List.of(run.json().path("trained").asInt(), run.json().path("reused").asInt());
    }

    private static String predictions(Path out) throws IOException {
        return Sha256.of(out.resolve("predictions/baseline-test.jsonl"));
    }

    @Test
    void whatWasChosenIsTrainedToldAndReusedUntilAnyOfItChanges() throws IOException {
        Path out = folder.resolve("out");
        Path policy = Files.writeString(folder.resolve("policy.json"), POLICY.formatted(10));
        Object[] chosen = {
            "--augmentation", policy, "--sampling", "person-balanced", "--mixup", 0.2
        };

        assertThat(trained(out, chosen)).isEqualTo(List.of(1, 0));

        String augmentation =
                "rotation (maxDegrees 10), zoom (minFactor 0.9, maxFactor 1.25); one plan per"
                        + " recording";
        assertThat(Files.readString(out.resolve("report.html")))
                .contains(augmentation, "person-balanced", "mixup, alpha 0.2");
        JsonNode settings =
                new ObjectMapper()
                        .readTree(out.resolve("provenance.json").toFile())
                        .path("configuration");
        assertThat(settings.path("augmentation").asText()).isEqualTo(augmentation);
        assertThat(settings.path("sampling").asText()).isEqualTo("person-balanced");
        assertThat(settings.path("mixing of batches").asText()).isEqualTo("mixup, alpha 0.2");
        Path stored = out.resolve("augmentation.json");
        assertThat(AugmentationPolicy.read(stored)).isEqualTo(AugmentationPolicy.read(policy));

        String before = predictions(out);
        chosen[1] = stored;
        assertThat(trained(out, chosen)).as("the same policy").isEqualTo(List.of(0, 1));
        assertThat(predictions(out)).isEqualTo(before);

        chosen[1] = Files.writeString(policy, POLICY.formatted(20));
        assertThat(trained(out, chosen)).as("another policy").isEqualTo(List.of(1, 0));
        assertThat(predictions(out)).isNotEqualTo(before);
        assertThat(AugmentationPolicy.read(stored)).isEqualTo(AugmentationPolicy.read(policy));

        chosen[4] = "--cutmix";
        assertThat(trained(out, chosen)).as("another mixing").isEqualTo(List.of(1, 0));
        assertThat(Files.readString(out.resolve("report.html"))).contains("CutMix, alpha 0.2");

        chosen[3] = "Class-Balanced";
        assertThat(trained(out, chosen)).as("another sampling").isEqualTo(List.of(1, 0));
        assertThat(Files.readString(out.resolve("report.html"))).contains("class-balanced");
    }

    @ParameterizedTest
    @CsvSource({
        "--augmentation, papr, papr: is neither a file nor one of the words 'paper' and 'none'",
        "--sampling, persons, expected one of shuffled; class-balanced; person-balanced; but",
        "--sampling, persons, did you mean 'person-balanced'?",
        "--mixup, 0, alpha 0.0 of mixup is not in (0; 100]",
        "--mixup, NaN, alpha NaN of mixup",
        "--cutmix, -1, alpha -1.0 of CutMix",
        "--cutmix, much, 'much' is not a double",
        "--mixup, 0.2 --cutmix 1, --mixup and --cutmix exclude each other"
    })
    void badValuesAreRefusedBeforeAnythingIsWritten(String option, String value, String message) {
        Path out = folder.resolve("bad");
        FerRun run =
                study(out, Stream.concat(Stream.of(option), Stream.of(value.split(" "))).toArray());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message.replace(';', ','));
        assertThat(out).doesNotExist();
    }

    @Test
    void mistakeInAPolicyIsToldWithItsPlaceAndTheNearestName() throws IOException {
        Path policy =
                Files.writeString(
                        folder.resolve("wrong.json"),
                        "{\"augmentations\": [{\"kind\": \"rotatoin\", \"maxDegrees\": 3}]}");
        Path out = folder.resolve("wrong");
        FerRun run = study(out, "--augmentation", policy);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("fer: " + policy + ": augmentations[0]: unknown kind 'rotatoin'")
                .contains("did you mean 'rotation'?");
        assertThat(out).doesNotExist();
    }

    @Test
    void windowLargerThanTheInputStopsBeforeAnythingIsDecoded() throws IOException {
        Path policy =
                Files.writeString(
                        folder.resolve("crop.json"),
                        "{\"augmentations\": [{\"kind\": \"fixed-crop\", \"width\": 60,"
                                + " \"height\": 72}]}");
        Path out = folder.resolve("crop");
        FerRun run = study(out, "--augmentation", policy);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("a window of 60 × 72 pixels does not fit", "training images of 71 × 71");
        assertThat(out.resolve("frames")).doesNotExist();
    }

    private static FerRun printed(String options) {
        return FerRun.of(
                Stream.concat(
                                Stream.of("train", "--print-plan"),
                                Stream.of(options.split(" ")).filter(o -> !o.isEmpty()))
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "'', /epochs, 4",
        "--manifest some.jsonl, /epochs, 300",
        "--width 0.5, /backbone/width, 0.5",
        "--backbone mini-xception --width 2, /backbone/kind, mini-xception",
        "--backbone mini-xception --input 48, /inputSize, 48",
        "--profile timm, /backbone/profile, TIMM",
        "--profile timm, /backbone/batchNormMomentum, 0.9",
        "--dropout 0.2, /backbone/dropout, 0.2",
        "--device gpu, /device, gpu:0",
        "--learning-rate 0.01, /learningRate/initial, 0.01",
        "--learning-rate 0.01, /learningRate/decay, 0.6",
        "--rate-factor 0.8, /learningRate/decay, 0.8",
        "--schedule constant, /learningRate/rate, 0.003",
        "--schedule step --rate-epochs 4, /learningRate/epochs, 4",
        "--schedule step --rate-factor 0.3, /learningRate/factor, 0.3",
        "--schedule cosine --epochs 7, /learningRate/epochs, 7",
        "--schedule plateau --watch validation-auc, /learningRate/metric, VALIDATION_AUC",
        "--warm-up 10, /learningRate/kind, warm-up",
        "--warm-up 10, /learningRate/rate/kind, exponential",
        "--batch 8, /batchSize, 8",
        "--accumulate 4, /optimization/accumulation, 4",
        "--clip 1, /optimization/clipNorm, 1.0",
        "--weight-decay 0.01, /optimization/adam/decay/kind, l2",
        "--weight-decay 0.01 --decoupled, /optimization/adam/decay/kind, decoupled",
        "--weight-decay 0, /optimization/adam/decay/kind, none",
        "--average 0.99, /optimization/averageDecay, 0.99",
        "--class-weights balanced, /classWeighting/kind, balanced",
        "--patience 3, /earlyStopping/patience, 3",
        "--watch train-loss, /earlyStopping/metric, TRAIN_LOSS",
        "--on-not-finite roll-back, /onNotFinite/most, 3",
        "--on-not-finite keep-best, /onNotFinite/kind, keep-best",
        "'--freeze block1,block2', /frozen/1, block2",
        "--head-epochs 3, /epochs, 7",
        "--head-epochs 3, /phases/0/frozen/9, block9",
        "--head-epochs 3 --head-rate 0.02, /phases/0/learningRate/rate, 0.02",
        "--head-epochs 3 --freeze block1 --learning-rate 0.5, /phases/1/frozen/0, block1",
        "--head-epochs 3 --freeze block1 --learning-rate 0.5, /phases/1/learningRate/initial, 0.5",
        "--augmentation none, /augmentation/augmentations, ''",
        "--cutmix 1, /batchAugmentation/kind, cutmix"
    })
    void optionsChangeThePlan(String options, String field, String value) throws IOException {
        FerRun run = printed(options);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json().at(field).asText()).isEqualTo(value);
    }

    @Test
    void planOfAFileIsChangedByOptionsAndComesBackAsItWas() throws IOException {
        String text = printed("--head-epochs 3 --average 0.9 --sampling class-balanced").out();
        Path plan = Files.writeString(folder.resolve("plan.json"), text);
        assertThat(printed("--plan " + plan).out()).isEqualTo(text);
        JsonNode changed = printed("--plan " + plan + " --batch 4").json();
        assertThat(changed.path("batchSize").asInt()).isEqualTo(4);
        assertThat(changed.path("sampling").asText()).isEqualTo("CLASS_BALANCED");
        assertThat(FerRun.of("study", "--print-plan", "--plan", plan).out()).isEqualTo(text);
        FerRun phases = printed("--plan " + plan + " --epochs 4");
        assertThat(phases.status()).isEqualTo(2);
        assertThat(phases.err()).contains("the plan has phases");
        Files.writeString(plan, text.replace("\"batchSize\"", "\"bachSize\""));
        FerRun wrong = printed("--plan " + plan);
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("fer: " + plan).contains("bachSize");
    }

    @ParameterizedTest
    @CsvSource({
        "--backbone mini-xception --profile timm, --profile applies to xception only",
        "--schedule constant --rate-factor 0.5, --rate-factor does not apply to --schedule"
                + " constant",
        "--rate-epochs 3, --rate-epochs does not apply to --schedule exponential",
        "--head-rate 0.1, --head-rate requires --head-epochs",
        "--input 60, this network needs 71 or more",
        "--average 1.5, averageDecay 1.5 not in",
        "--watch auc, expected one of train-loss",
        "--on-not-finite rollback, did you mean 'roll-back'?",
        "--schedule linear, --schedule"
    })
    void contradictionsAreWrongUsage(String options, String message) {
        FerRun run = printed(options);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void arithmeticIsPartOfThePlanAndWithdrawn() throws IOException {
        FerRun chosen =
                FerRun.of(
                        "study",
                        "--print-plan",
                        "--precision",
                        "bfloat16",
                        "--layout",
                        "contiguous",
                        "--deterministic");
        assertThat(chosen.status()).as(chosen.err()).isZero();
        assertThat(new ObjectMapper().readTree(chosen.out()).path("arithmetic").toString())
                .isEqualTo(
                        "{\"precision\":\"BFLOAT16\",\"layout\":\"CONTIGUOUS\",\"deterministic\":true}");
        Path plan = Files.writeString(folder.resolve("arithmetic.json"), chosen.out());
        FerRun withdrawn =
                FerRun.of(
                        "study",
                        "--print-plan",
                        "--plan",
                        plan,
                        "--precision",
                        "float32",
                        "--layout",
                        "automatic",
                        "--no-deterministic");
        assertThat(withdrawn.status()).as(withdrawn.err()).isZero();
        assertThat(withdrawn.out()).doesNotContain("arithmetic");
    }

    @Test
    void arithmeticThatCannotBeHadIsNamed() {
        FerRun both = FerRun.of("study", "--print-plan", "--precision", "tf32", "--deterministic");
        assertThat(both.status()).isEqualTo(1);
        assertThat(both.err()).contains("precision tf32").contains("deterministic");
        FerRun unknown = FerRun.of("study", "--print-plan", "--precision", "float16");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("expected one of float32, tf32, bfloat16");
    }
}
