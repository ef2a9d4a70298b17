package dev.fer4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.cli.FerRun;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.ToyWeights;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real trainings of a small network on the smallest toy corpus. */
class TrainCommandTest {

    @TempDir private static Path folder;

    private static Path first;
    private static FerRun run;

    private static FerRun train(Path out, Object... more) {
        return FerRun.of(
                Stream.concat(
                                Stream.of(
                                        "train",
                                        "--out",
                                        out,
                                        "--backbone",
                                        "mini-xception",
                                        "--width",
                                        0.5,
                                        "--input",
                                        48,
                                        "--learning-rate",
                                        0.001,
                                        "--rate-factor",
                                        0.9),
                                Stream.of(more))
                        .toArray());
    }

    /** Of images that the first run has made. */
    private static Object[] manifests(String... sources) {
        return Stream.of(sources)
                .flatMap(s -> Stream.of("--manifest", first.resolve("manifest/" + s + ".jsonl")))
                .toArray();
    }

    private static Object[] with(Object[] some, Object... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray();
    }

    @BeforeAll
    static void trainOnce() throws IOException {
        first = folder.resolve("first");
        SharedToyCorpus.copy(first.resolve("toy/smallest-seed1"), new Seed(1), ToyScale.SMALLEST);
        run =
                train(
                        first,
                        "--toy-scale",
                        "smallest",
                        "--count",
                        4,
                        "--epochs",
                        2,
                        "--watch",
                        "validation-auc");
        assertThat(run.status()).as(run.err()).isZero();
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void planComesFirstThenALineForEachEpochThenASummary() {
        assertThat(run.out())
                .startsWith("Plan\n")
                .containsPattern("network +MiniXception\\[width=0.5")
                .containsPattern("epochs, at most +2\n")
                .containsPattern("initial weights +random, from the seed");
        List<String> lines = run.out().lines().toList();
        List<String> epochs = lines.stream().filter(l -> l.startsWith("epoch ")).toList();
        assertThat(epochs).hasSize(2);
        assertThat(epochs.get(1)).startsWith("epoch 2/2  rate 9.00e-04  train loss ");
        assertThat(lines.subList(lines.indexOf(epochs.get(1)) + 1, lines.size()))
                .satisfiesExactly(
                        l -> assertThat(l).matches("Best epoch [12] of 2: validation auc 0\\.\\d+"),
                        l -> assertThat(l).isEqualTo("Ended: all epochs completed"),
                        l -> assertThat(l).startsWith("Threshold 0."),
                        l ->
                                assertThat(l)
                                        .isEqualTo("Model: " + first.resolve("model.safetensors")),
                        l -> assertThat(l).startsWith("Beside it: last.safetensors"));
    }

    @Test
    void everyFileIsThereAndProvenanceHasItsDigest() throws IOException {
        JsonNode provenance = json(first.resolve("provenance.json"));
        for (String file :
                List.of(
                        "model.safetensors",
                        "last.safetensors",
                        "history.csv",
                        "history.jsonl",
                        "events.out.tfevents.1.fer4j",
                        "plan.json",
                        "composition.json",
                        "predictions/validate.csv",
                        "predictions/test.csv",
                        "manifest/baseline.jsonl")) {
            assertThat(provenance.path("sha256").path(file).asText())
                    .as(file)
                    .isEqualTo(Sha256.of(first.resolve(file)));
        }
        assertThat(provenance.path("configuration").path("condition").asText())
                .isEqualTo("baseline-youtube-stylegan2: Baseline + YouTube + StyleGAN2");
        assertThat(provenance.path("configuration").path("synthetic images made by").asText())
                .startsWith("stylegan2-fer4j-");
        assertThat(provenance.path("sha256").fieldNames())
                .toIterable()
                .noneMatch(name -> name.startsWith("checkpoints") || name.startsWith("toy"));
        assertThat(Files.readAllLines(first.resolve("history.csv"))).hasSize(3);
        assertThat(Files.readAllLines(first.resolve("history.jsonl"))).hasSize(2);
        TrainingPlan plan =
                TrainingPlan.parse(Files.readString(first.resolve("plan.json")), "plan.json");
        assertThat(plan)
                .isEqualTo(
                        ToyWeights.plan()
                                .withLearningRate(new LearningRate.Exponential(0.001, 0.9))
                                .withBackbone(MiniXception.defaults().withWidth(0.5))
                                .withInputSize(48)
                                .withEpochs(2)
                                .withEarlyStopping(
                                        ToyWeights.plan()
                                                .earlyStopping()
                                                .withMetric(TrainingMetric.VALIDATION_AUC)));
    }

    @Test
    void modelPredictsWhatThePredictionsSay() throws IOException {
        Path csv = folder.resolve("predicted.csv");
        FerRun predicted =
                FerRun.of(
                        "predict",
                        first.resolve("model.safetensors"),
                        first.resolve("manifest/baseline.jsonl"),
                        "--out",
                        csv);
        assertThat(predicted.status()).as(predicted.err()).isZero();
        List<String> ids = new ArrayList<>();
        json(first.resolve("composition.json"))
                .at("/samples/TEST")
                .forEach(id -> ids.add(id.asText()));
        Map<String, String> byId =
                Files.readAllLines(csv).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .collect(Collectors.toMap(c -> c[0], c -> c[3]));

        List<String> rows = Files.readAllLines(first.resolve("predictions/test.csv"));
        assertThat(rows.get(0)).isEqualTo("label,score,recording,participant,age,category,gender");
        assertThat(rows).hasSize(1 + ids.size()).hasSize(25);
        var samples = ManifestFile.read(first.resolve("manifest/baseline.jsonl")).samples();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            String[] cells = rows.get(i + 1).split(",");
            var sample = samples.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
            assertThat(cells[0]).isEqualTo(Integer.toString(sample.label().asTarget()));
            assertThat(cells[2]).isEqualTo(sample.recording());
            assertThat(cells[3]).isEqualTo(sample.participant());
            assertThat(cells[5]).isEqualTo("car-technology");
            assertThat(Double.parseDouble(cells[1]))
                    .isCloseTo(Double.parseDouble(byId.get(id)), within(3e-6));
        }
        ModelDescription model = ModelFile.describe(first.resolve("model.safetensors"));
        assertThat(model.threshold().rule()).contains("24 validation cases");
        assertThat(run.out()).contains(model.threshold().rule());
        assertThat(model.trainedOn().seed()).contains(1L);
    }

    @Test
    void finishedTrainingSaysSoAndGivesItsResultAgain() throws IOException {
        Path out = folder.resolve("again");
        Object[] arguments = with(manifests("baseline"), "--epochs", 1);
        assertThat(train(out, arguments).status()).isZero();
        String model = Sha256.of(out.resolve("model.safetensors"));
        Files.delete(out.resolve("model.safetensors"));
        FerRun again = train(out, arguments);
        assertThat(again.status()).isZero();
        assertThat(again.out())
                .contains("Resuming after epoch 1\n", "This training has already finished")
                .doesNotContain("epoch 1/1");
        assertThat(Sha256.of(out.resolve("model.safetensors"))).isEqualTo(model);

        FerRun document = train(out, with(arguments, "--json"));
        assertThat(document.json().path("trainedNow").asBoolean()).isFalse();
        assertThat(document.json().path("ending").asText()).isEqualTo("COMPLETED");
        assertThat(document.json().path("condition").asText()).isEqualTo("baseline");
        assertThat(document.err()).contains("Plan\n");
    }

    @Test
    void otherSettingsInTheSameFolderAreRefusedUnlessAllowedAndRecorded() throws IOException {
        Path out = folder.resolve("differs");
        Object[] arguments = manifests("baseline");
        assertThat(train(out, with(arguments, "--epochs", 1)).status()).isZero();
        String plan = Files.readString(out.resolve("plan.json"));
        Object[] others = with(arguments, "--epochs", 1, "--batch", 8);
        FerRun refused = train(out, others);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("fer: config.batchSize: 16 in the checkpoint, 8 now")
                .doesNotContain("\tat ");
        assertThat(Files.readString(out.resolve("plan.json"))).isEqualTo(plan);

        FerRun allowed = train(out, with(others, "--allow-differences"));
        assertThat(allowed.status()).isZero();
        String difference = "checkpoint 1: config.batchSize: 16 in the checkpoint, 8 now";
        assertThat(allowed.out()).contains("Resumed despite " + difference);
        assertThat(json(out.resolve("provenance.json")).at("/configuration/resumed despite"))
                .hasToString(Json.line(difference));
        assertThat(ModelFile.describe(out.resolve("model.safetensors")).trainedOn().notes())
                .containsEntry("resumed despite", difference);

        FerRun network =
                train(out, with(arguments, "--epochs", 1, "--width", 1, "--allow-differences"));
        assertThat(network.status()).isEqualTo(1);
        assertThat(network.err()).contains("does not fit the network").doesNotContain("\tat ");
    }

    @Test
    void conditionIsChosenAndSplitsToo() throws IOException {
        Path out = folder.resolve("condition");
        FerRun chosen =
                train(
                        out,
                        with(
                                manifests("baseline", "youtube", "stylegan2"),
                                "--condition",
                                "baseline-youtube",
                                "--cap",
                                "youtube=10",
                                "--train-on",
                                "car-technology",
                                "--test-on",
                                "food-market",
                                "--epochs",
                                1,
                                "--json"));
        assertThat(chosen.status()).as(chosen.err()).isZero();
        assertThat(chosen.json().path("condition").asText()).isEqualTo("baseline-youtube");
        JsonNode composition = json(out.resolve("composition.json"));
        assertThat(composition.at("/counts/train/total").asInt()).isEqualTo(34);
        assertThat(composition.at("/split/train/0").asText()).isEqualTo("car-technology");

        FerRun unknown =
                train(
                        folder.resolve("unknown"),
                        with(manifests("baseline"), "--condition", "baseline-youtube"));
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("condition 'baseline-youtube': the sources allow baseline");
        FerRun twice = train(folder.resolve("twice"), with(manifests("baseline", "baseline")));
        assertThat(twice.status()).isEqualTo(1);
        assertThat(twice.err()).contains("source baseline: has several manifests");
    }

    /**
     * Of the smallest corpus with the seed 4, since one person there has recordings of both labels.
     */
    @Test
    void heldOutPeopleArePredictedIntoAFileOfTheirOwn() throws IOException {
        Path out = folder.resolve("seen");
        SharedToyCorpus.copy(out.resolve("toy/smallest-seed4"), new Seed(4), ToyScale.SMALLEST);
        Object[] arguments = {
            "--toy-scale",
            "smallest",
            "--count",
            4,
            "--seed",
            4,
            "--epochs",
            1,
            "--condition",
            "baseline"
        };
        FerRun seen = train(out, with(arguments, "--seen", 30));
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(seen.out())
                .containsPattern("held-out people +30 % of each training category's, chosen with")
                .contains("16 images train, 24 validate, 24 test, 8 are of held-out people");

        JsonNode composition = json(out.resolve("composition.json"));
        assertThat(composition.at("/samples/SEEN")).hasSize(8);
        List<String> rows = Files.readAllLines(out.resolve("predictions/seen.csv"));
        assertThat(rows).hasSize(1 + 8);
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[5])).containsOnly("food-market");
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[3]).distinct()).hasSize(1);
        assertThat(json(out.resolve("provenance.json")).path("sha256").fieldNames())
                .toIterable()
                .contains("predictions/seen.csv");

        // Another share is another training, and leaves no predictions of the first behind.
        FerRun everybody = train(out, arguments);
        assertThat(everybody.status()).isEqualTo(1);
        assertThat(everybody.err()).contains("fer: data: ");
        assertThat(train(out, with(arguments, "--allow-differences")).status()).isZero();
        assertThat(out.resolve("predictions/seen.csv")).doesNotExist();
    }

    @Test
    void peopleWhoCannotBeHeldOutStopItBeforeAnythingIsDecoded() throws IOException {
        Path out = folder.resolve("few");
        SharedToyCorpus.copy(out.resolve("toy/smallest-seed1"), new Seed(1), ToyScale.SMALLEST);
        FerRun few = train(out, "--toy-scale", "smallest", "--epochs", 1, "--seen", 30);
        assertThat(few.status()).isEqualTo(1);
        assertThat(few.err())
                .contains("fer: held-out people of [food-market]: at 30 %, 1 of 3 people")
                .contains("1 of them is ever INTERESTED, and at least 2 are needed");
        assertThat(out.resolve("frames")).doesNotExist();
    }

    @Test
    void imageThatIsNotTheManifestsIsNamed() throws IOException {
        var manifest = ManifestFile.read(first.resolve("manifest/youtube.jsonl"));
        Path image = folder.resolve("stills/one.png");
        Path list = folder.resolve("stills/list.jsonl");
        var sample = manifest.samples().get(0);
        ImageFiles.writePng(image, ImageFiles.read(sample.file()));
        ManifestFile.write(
                list,
                new Manifest(
                        "youtube",
                        List.of(
                                new Sample(
                                        sample.id(),
                                        image,
                                        sample.label(),
                                        sample.participant(),
                                        sample.recording(),
                                        sample.ad(),
                                        sample.category(),
                                        sample.source(),
                                        sample.origin(),
                                        sample.demographics(),
                                        sample.rights(),
                                        "0".repeat(64))),
                        List.of()),
                list.getParent());
        FerRun changed =
                train(
                        folder.resolve("changed"),
                        with(manifests("baseline"), "--manifest", list, "--epochs", 1));
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.err()).contains("has the digest", "0".repeat(64));
        assertThat(folder.resolve("changed/checkpoints")).doesNotExist();
    }

    @Test
    void trainingStartsFromAModelFileInTwoPhases() throws IOException {
        Path out = folder.resolve("tuned");
        Path model = first.resolve("model.safetensors");
        Object[] arguments =
                with(
                        manifests("baseline"),
                        "--weights",
                        model,
                        "--weights-sha256",
                        Sha256.of(model).toUpperCase(Locale.ROOT),
                        "--new-head",
                        "--head-epochs",
                        1,
                        "--epochs",
                        1,
                        "--freeze",
                        "block1");
        FerRun tuned = train(out, arguments);
        assertThat(tuned.status()).as(tuned.err()).isZero();
        assertThat(tuned.out())
                .contains("model.safetensors (FER4J_MODEL):", " 2 kept, 2 skipped, 0 missing")
                .containsPattern(
                        "phase 1 +head: 1 epochs, constant \\(rate 0.001\\), frozen: block1,")
                .containsPattern("phase 2 +all: 1 epochs, exponential .*frozen: block1\n")
                .containsPattern(
                        "initial weights +model.safetensors, sha-256 "
                                + Sha256.of(model)
                                + ", with a newly initialized last layer");
        assertThat(ModelFile.describe(out.resolve("model.safetensors")).trainedOn().notes())
                .containsEntry("initial weights", "sha-256 " + Sha256.of(model));

        arguments[3] = first.resolve("last.safetensors");
        FerRun other = train(out, arguments);
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("last.safetensors: has the sha-256");
        FerRun another =
                train(
                        out,
                        with(
                                manifests("baseline"),
                                "--weights",
                                first.resolve("last.safetensors"),
                                "--new-head",
                                "--head-epochs",
                                1,
                                "--epochs",
                                1,
                                "--freeze",
                                "block1"));
        assertThat(another.status()).isEqualTo(1);
        assertThat(another.err())
                .contains("fer: initialWeights: " + Sha256.of(model) + " in the checkpoint");
    }

    @Test
    void toyTrainingStartsFromTheWeightsOfItsCorpusUnlessNoneAreWanted() throws IOException {
        Path out = folder.resolve("pretrained");
        ToyFolders corpus =
                SharedToyCorpus.copy(
                        out.resolve("toy/smallest-seed1"), new Seed(1), ToyScale.SMALLEST);
        Object[] small = {
            "train",
            "--toy-scale",
            "smallest",
            "--condition",
            "baseline",
            "--count",
            2,
            "--epochs",
            1,
            "--input",
            71
        };

        FerRun pretrained = FerRun.of(with(small, "--out", out));
        assertThat(pretrained.status()).as(pretrained.err()).isZero();
        assertThat(pretrained.out())
                .contains(
                        "initial weights",
                        "xception.safetensors, sha-256 " + Sha256.of(corpus.weights()))
                .contains("with a newly initialized last layer");
        assertThat(ModelFile.describe(out.resolve("model.safetensors")).trainedOn().notes())
                .containsEntry("initial weights", "sha-256 " + Sha256.of(corpus.weights()));

        Path other = folder.resolve("from-scratch");
        SharedToyCorpus.copy(other.resolve("toy/smallest-seed1"), new Seed(1), ToyScale.SMALLEST);
        FerRun random = FerRun.of(with(small, "--out", other, "--weights", "none"));
        assertThat(random.status()).as(random.err()).isZero();
        assertThat(random.out()).containsPattern("initial weights +random, from the seed");
    }
}
