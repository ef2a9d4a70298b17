package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From frames to audited synthetic images, by the commands a user types, at the smallest size. */
class SynthesisCommandsTest {

    @TempDir private static Path folder;

    private static ToyFolders toy;
    private static Path manifest;
    private static Path generator;
    private static Path model;

    @BeforeAll
    static void trainAGenerator() throws IOException {
        toy = SharedToyCorpus.of(new Seed(1), ToyScale.SMALLEST);
        Path frames = folder.resolve("frames");
        Manifest recordings =
                new Ingestion(frames, SamplingRule.paper())
                        .run(
                                DataSource.neuroBioSense(toy.baseline())
                                        .withRights(ToyCorpus.RIGHTS)
                                        .list(),
                                ProgressListener.none());
        manifest = folder.resolve("baseline.jsonl");
        ManifestFile.write(manifest, recordings, frames);
        model = folder.resolve("model.safetensors");
        MiniXception network = MiniXception.defaults();
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock block = network.build(new Seed(5));
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 48, 48));
            ModelFile.write(model, ModelDescription.of(network, 48), block);
        }
        FerRun trained = train(64);
        assertThat(trained.status()).as(trained.err()).isZero();
        generator = folder.resolve("gan/generator.safetensors");
    }

    private static FerRun train(int images) {
        return FerRun.of(
                training(folder.resolve("gan"), images, "--every", "32", "--features", model));
    }

    private static Object[] training(Path out, int images, Object... more) {
        Object[] arguments = {
            "gan-train",
            "--manifest",
            manifest,
            "--out",
            out,
            "--resolution",
            "16",
            "--channels",
            "128,8",
            "--latents",
            "8",
            "--mapping-layers",
            "2",
            "--batch",
            "4",
            "--images",
            images
        };
        return Stream.of(arguments, more).flatMap(Stream::of).toArray();
    }

    @Test
    void killedTrainingGoesOnToTheSameBits() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        FerRun undisturbed = FerRun.of(training(whole, 256, "--every", "32"));
        assertThat(undisturbed.status()).as(undisturbed.err()).isZero();
        Path killed = folder.resolve("killed");
        // It would go on for minutes.
        try (ChildFer child = new ChildFer(Map.of(), training(killed, 100_000, "--every", "32"))) {
            child.until(line -> line.startsWith("64 images:"));
            child.kill();
            assertThat(child.status()).as(child.printed()).isEqualTo(128 + 9);
        }
        assertThat(killed.resolve("generator.safetensors")).doesNotExist();

        FerRun resumed = FerRun.of(training(killed, 256, "--every", "32"));
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.out()).containsPattern("Resuming after [1-7] rows of the history");
        for (String file : List.of("generator.safetensors", "history.csv")) {
            assertThat(killed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @Test
    void trainingLeavesWeightsSamplesAndHistoryAndGoesOn() throws IOException {
        assertThat(folder.resolve("gan/samples/000000064.png")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("gan/history.csv"))).hasSizeBetween(3, 4);
        assertThat(Files.readAllLines(folder.resolve("gan/history.csv")).get(1))
                .matches("32,.*,-?[0-9.E-]+");
        try (SafetensorsFile file = SafetensorsFile.open(generator)) {
            assertThat(file.metadata())
                    .containsEntry("fer4j.licences", "CC0-1.0")
                    .containsEntry("fer4j.sources", "baseline");
        }
        assertThat(ImageFiles.read(folder.resolve("gan/samples/000000032.png")).width())
                .isEqualTo(8 * 16);

        FerRun longer = train(96);
        assertThat(longer.status()).as(longer.err()).isZero();
        assertThat(longer.out()).contains("Resuming after 2 rows");
        assertThat(folder.resolve("gan/samples/000000096.png")).isNotEmptyFile();
    }

    @Test
    void foldersAreLearnedFromAsTheirManifestsAre() throws IOException {
        Path out = folder.resolve("from-folders");
        FerRun run =
                FerRun.of(
                        "gan-train",
                        "--baseline",
                        toy.baseline(),
                        "--youtube",
                        toy.youtube(),
                        "--licence",
                        "CC0-1.0",
                        "--out",
                        out,
                        "--resolution",
                        "16",
                        "--channels",
                        "64,4",
                        "--latents",
                        "4",
                        "--mapping-layers",
                        "2",
                        "--batch",
                        "4",
                        "--images",
                        "8");
        assertThat(run.status()).as(run.err()).isZero();
        // Ten frames of six food recordings, and sixteen stills.
        assertThat(run.out()).contains("76 images train");
        assertThat(out.resolve("frames/baseline-1")).isDirectory();
        try (SafetensorsFile file = SafetensorsFile.open(out.resolve("generator.safetensors"))) {
            assertThat(file.metadata()).containsEntry("fer4j.sources", "baseline; youtube");
            assertThat(file.tensors().keySet()).allMatch(name -> name.startsWith("G_ema."));
        }
        try (SafetensorsFile file = SafetensorsFile.open(out.resolve("networks.safetensors"))) {
            assertThat(file.tensors().keySet()).anyMatch(name -> name.startsWith("D."));
        }
        FerRun none = FerRun.of("gan-train", "--out", out);
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("--manifest FILE, --baseline DIR or --youtube DIR");
    }

    @Test
    void onlyImagesOfCategoriesThatTrainAreLearnedFrom() {
        FerRun none =
                FerRun.of("gan-train", "--manifest", manifest, "--train-on", "cars-of-nobody");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("no image of").contains("cars-of-nobody");
        FerRun odd = FerRun.of("gan-train", "--manifest", manifest, "--resolution", "48");
        assertThat(odd.status()).isEqualTo(2);
        assertThat(odd.err()).contains("resolution 48 is not one of 16, 32, 64");
        FerRun often = FerRun.of("gan-train", "--manifest", manifest, "--augmentation", "often");
        assertThat(often.status()).isEqualTo(2);
        assertThat(often.err()).contains("--augmentation often: expected adaptive, or");
    }

    @Test
    void imagesOfSeedsAreTheSameAndNotMadeTwice() throws IOException {
        Path first = folder.resolve("first");
        FerRun run = FerRun.of("generate", generator, "--seeds", "3-9", "--out", first);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("7 images generated, 0 already existed");
        Path image = first.resolve("000003.png");
        FileTime before = Files.getLastModifiedTime(image);
        assertThat(FerRun.of("generate", generator, "--seeds", "3-12", "--out", first).out())
                .contains("3 images generated, 7 already existed");
        assertThat(Files.getLastModifiedTime(image)).isEqualTo(before);
        Path again = folder.resolve("again");
        FerRun.of("generate", generator, "--seeds", "3", "--out", again);
        assertThat(again.resolve("000003.png")).hasSameBinaryContentAs(image);

        FerRun other = FerRun.of("generate", generator, "--truncation", "0.5", "--out", first);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("contains images of another generator or other options");
        FerRun held =
                FerRun.of(
                        "generate",
                        generator,
                        "--hold",
                        "3",
                        "--from",
                        "7",
                        "--out",
                        folder.resolve("held"));
        assertThat(held.status()).isEqualTo(2);
        assertThat(held.err()).contains("--from 7: this generator has styles 0 to 6");
        FerRun broken = FerRun.of("generate", manifest, "--out", folder.resolve("none"));
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains("baseline.jsonl").doesNotContain("\tat ");
    }

    @Test
    void frameIsProjectedAndTheSearchIsKept() throws IOException {
        Path frame = ManifestFile.read(manifest).samples().get(0).file();
        Path out = folder.resolve("projected");
        FerRun run =
                FerRun.of(
                        "project",
                        generator,
                        frame,
                        "--steps",
                        "8",
                        "--features",
                        model,
                        "--threshold",
                        "100",
                        "--out",
                        out);
        assertThat(run.status()).as(run.err()).isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .anyMatch(name -> name.endsWith("-projected.png"))
                    .anyMatch(name -> name.endsWith("-projected.json"));
        }
        FerRun strict =
                FerRun.of(
                        "project",
                        generator,
                        frame,
                        "--steps",
                        "2",
                        "--threshold",
                        "1e-9",
                        "--out",
                        out);
        assertThat(strict.status()).isEqualTo(1);
        assertThat(strict.out()).contains("above the threshold");
    }

    @Test
    void trainingFramesBecomeImagesWithTheirLabelsAndAreAudited() throws IOException {
        Path out = folder.resolve("synthetic");
        FerRun run = synthesize(out, "100");
        assertThat(run.status()).as(run.err()).isZero();
        Manifest made = ManifestFile.read(out.resolve("manifest.jsonl"));
        List<Sample> training =
                ManifestFile.read(manifest).samples().stream()
                        .filter(s -> s.category().orElseThrow().id().equals("food-market"))
                        .toList();
        assertThat(made.samples())
                .hasSize(2 * (int) training.stream().map(Sample::recording).distinct().count())
                .allSatisfy(
                        image -> {
                            Origin.Synthetic origin = (Origin.Synthetic) image.origin();
                            Sample parent =
                                    training.stream()
                                            .filter(
                                                    s ->
                                                            s.recording()
                                                                    .equals(
                                                                            origin
                                                                                    .parentRecording()))
                                            .findFirst()
                                            .orElseThrow();
                            assertThat(image.label()).isEqualTo(parent.label());
                            assertThat(image.participant()).isEqualTo(parent.participant());
                            assertThat(origin.generator()).startsWith("stylegan2");
                            assertThat(image.file()).exists();
                        });
        assertThat(out.resolve("sheet.png")).isNotEmptyFile();
        assertThat(
                        DataSource.synthetic(out, DataSource.neuroBioSense(toy.baseline()))
                                .list()
                                .stills())
                .extracting(still -> still.id())
                .containsExactlyElementsOf(made.samples().stream().map(Sample::id).toList());

        Path first = made.samples().get(0).file();
        FileTime before = Files.getLastModifiedTime(first);
        assertThat(synthesize(out, "100").status()).isZero();
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);

        audited(out);
    }

    private static FerRun synthesize(Path out, String threshold) {
        return FerRun.of(
                "synthesize",
                generator,
                "--manifest",
                manifest,
                "--per-frame",
                "2",
                "--hold",
                "3",
                "--steps",
                "3",
                "--threshold",
                threshold,
                "--out",
                out);
    }

    private static void audited(Path out) throws IOException {
        Path kept = folder.resolve("kept.jsonl");
        FerRun audit =
                FerRun.of(
                        "audit-synthetic",
                        "--real",
                        manifest,
                        "--synthetic",
                        out.resolve("manifest.jsonl"),
                        "--features",
                        model,
                        "--classifier",
                        model,
                        "--kept",
                        kept,
                        "--json");
        assertThat(audit.status()).as(audit.err()).isZero();
        JsonNode json = audit.json();
        assertThat(json.at("/kernelDistance/value").isNumber()).isTrue();
        assertThat(json.path("memorization").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("training", "validation", "test");
        int confirmed = json.at("/labels/kept").size();
        assertThat(confirmed + json.at("/labels/dropped").size())
                .isEqualTo(json.path("synthetic").asInt());
        assertThat(ManifestFile.read(kept).samples()).hasSize(confirmed);
        FerRun text =
                FerRun.of(
                        "audit-synthetic",
                        "--real",
                        manifest,
                        "--synthetic",
                        out.resolve("manifest.jsonl"),
                        "--features",
                        model);
        assertThat(text.out())
                .startsWith(json.path("synthetic").asInt() + " synthetic images beside ")
                .contains("Kernel distance (KID)", "below 0", "Copies of others", "gender");
    }

    @Test
    void framesThatDoNotConvergeAreCountedAndNothingIsMadeOfThem() throws IOException {
        Path out = folder.resolve("dropped");
        FerRun run = synthesize(out, "1e-9");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("0 images of 6 frames, 6 of which were dropped");
        Manifest made = ManifestFile.read(out.resolve("manifest.jsonl"));
        assertThat(made.samples()).isEmpty();
        assertThat(made.quarantined()).hasSize(6);
    }
}
