package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that take a model file, on a narrow Xception with random weights. */
class ModelCommandsTest {

    private static final Xception BACKBONE = Xception.FULL.withWidth(0.05).withMiddleRepeats(1);

    @TempDir private Path folder;

    private Path model;
    private Path frames;

    @BeforeEach
    void writeModelAndImages() throws IOException {
        model = folder.resolve("model.safetensors");
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = BACKBONE.build(new Seed(5));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 71, 71));
            ModelFile.write(model, ModelDescription.of(BACKBONE, 71), network);
        }
        frames = folder.resolve("frames");
        for (int i = 0; i < 6; i++) {
            Path file = frames.resolve("clip" + i / 3).resolve("frame-" + i + ".png");
            ImageFiles.writePng(file, picture(i));
        }
    }

    private static RgbImage picture(int number) {
        RandomGenerator random = new Seed(number).generator();
        byte[] rgb = new byte[3 * 90 * 70];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (128 + 100 * Math.sin(i / (20.0 + 9 * number)) + random.nextInt(20));
        }
        return new RgbImage(90, 70, rgb);
    }

    @Test
    void imagesOfAFolderArePredictedAndTheRestIsNamed() throws IOException {
        Files.writeString(frames.resolve("clip0").resolve("notes.txt"), "none");
        Files.writeString(frames.resolve("clip1").resolve("broken.png"), "none");
        Path csv = folder.resolve("predictions.csv");
        FerRun run = FerRun.of("predict", model, frames, "--out", csv);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("6 images", "8 files and samples, 2 left out");
        assertThat(run.err()).contains("notes.txt", "broken.png").doesNotContain("\tat ");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(7).first().isEqualTo("id,images,logit,probability,label");
        assertThat(lines.get(1)).matches(".*frame-0\\.png,1,-?[0-9.]+,0\\.[0-9]{6},[A-Z_]+");

        JsonNode json = FerRun.of("predict", model, frames, "--json").json();
        assertThat(json.path("found").asInt()).isEqualTo(8);
        assertThat(json.path("predictions")).hasSize(6);
        assertThat(json.path("leftOut")).hasSize(2);
        assertThat(json.path("positive").asText()).isEqualTo("INTERESTED");
    }

    @Test
    void foldersAreRecordings() throws IOException {
        JsonNode mean = FerRun.of("predict", model, frames, "--by", "recording", "--json").json();
        assertThat(mean.path("predictions")).hasSize(2);
        JsonNode images = FerRun.of("predict", model, frames, "--json").json();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += images.path("predictions").path(i).path("probability").asDouble();
        }
        assertThat(mean.path("predictions").path(0).path("probability").asDouble())
                .isCloseTo(sum / 3, within(1e-9));
        assertThat(
                        FerRun.of("predict", model, frames, "--by", "recording", "--rule", "vote")
                                .status())
                .isZero();
        FerRun people = FerRun.of("predict", model, frames, "--by", "participant");
        assertThat(people.status()).isEqualTo(2);
        assertThat(people.err()).contains("requires a manifest");
        FerRun rule = FerRun.of("predict", model, frames, "--rule", "median");
        assertThat(rule.status()).isEqualTo(2);
        assertThat(rule.err()).contains("mean-logit");
    }

    @Test
    void manifestsKnowPeople() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Path file = frames.resolve("clip" + i / 3).resolve("frame-" + i + ".png");
            samples.add(
                    new Sample(
                            "s" + i,
                            file.toAbsolutePath(),
                            Label.INTERESTED,
                            "anna",
                            "r" + i / 3,
                            Optional.empty(),
                            Optional.of(AdCategory.FOOD_MARKET),
                            "test",
                            new Origin.StillImage(file.toString()),
                            Demographics.UNKNOWN,
                            Rights.UNKNOWN,
                            Sha256.of(file)));
        }
        Path manifest = folder.resolve("manifest.jsonl");
        ManifestFile.write(manifest, new Manifest("test", samples, List.of()), folder);
        JsonNode json =
                FerRun.of(
                                "predict",
                                model,
                                manifest,
                                "--by",
                                "participant",
                                "--rule",
                                "mean-logit",
                                "--json")
                        .json();
        assertThat(json.path("predictions")).hasSize(1);
        assertThat(json.path("predictions").path(0).path("id").asText()).isEqualTo("anna");
        assertThat(json.path("predictions").path(0).path("images").asInt()).isEqualTo(6);
    }

    @Test
    void heatMapsAreWrittenOverTheImages() throws IOException {
        Path image = frames.resolve("clip0").resolve("frame-0.png");
        Path out = folder.resolve("maps");
        FerRun run =
                FerRun.of(
                        "explain", model, image, "--label", "not", "--stage", "block5", "--out",
                        out);
        assertThat(run.status()).isZero();
        RgbImage overlay = ImageFiles.read(out.resolve("frame-0-not-interested.png"));
        assertThat(overlay.width()).isEqualTo(90);
        assertThat(overlay.height()).isEqualTo(70);
        JsonNode json = FerRun.of("explain", model, image, "--out", out, "--json").json();
        assertThat(json.path(0).path("map").path("stage").asText()).isEqualTo("block7");
        FerRun wrong = FerRun.of("explain", model, image, "--stage", "block99");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("block99", "block7").doesNotContain("\tat ");
    }

    @Test
    void weightsGoOutAndComeInAgain() throws IOException {
        Path timm = folder.resolve("timm.safetensors");
        assertThat(FerRun.of("weights", "export", model, "--out", timm).status()).isZero();
        Path again = folder.resolve("again.safetensors");
        List<Object> arguments =
                List.of(
                        "weights",
                        "import",
                        timm,
                        "--profile",
                        "keras",
                        "--width",
                        "0.05",
                        "--middle-repeats",
                        "1",
                        "--input",
                        "71",
                        "--out",
                        again);
        FerRun imported = FerRun.of(arguments.toArray());
        assertThat(imported.status()).isZero();
        assertThat(imported.out()).contains("0 missing, 0 unexpected, 0 unfit");
        assertThat(FerRun.of("predict", again, frames).out())
                .isEqualTo(FerRun.of("predict", model, frames).out());

        List<Object> other = new ArrayList<>(arguments);
        other.set(6, "0.1");
        FerRun unfit = FerRun.of(other.toArray());
        assertThat(unfit.status()).isEqualTo(1);
        assertThat(unfit.err()).contains("does not fit");
        other.set(6, "9");
        assertThat(FerRun.of(other.toArray()).status()).isEqualTo(2);
    }

    @Test
    void filesAreInspected() throws IOException {
        JsonNode json = FerRun.of("weights", "inspect", model, "--json").json();
        assertThat(json.path("kind").asText()).isEqualTo("MODEL");
        assertThat(json.path("sha256").asText()).isEqualTo(Sha256.of(model));
        FerRun text = FerRun.of("weights", "inspect", model);
        assertThat(text.out())
                .contains("model file of fer4j", "block1.conv1.weight", "8 × 3 × 3 × 3");
        FerRun missing = FerRun.of("weights", "inspect", folder.resolve("none"));
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).startsWith("fer: ").contains("none");
    }

    @Test
    void filesThatAreNoWeightsAreSaidToBeWhatTheyAre() throws IOException {
        Path page = Files.writeString(folder.resolve("page.h5"), "<!DOCTYPE html><html></html>");
        Path pointer =
                Files.writeString(
                        folder.resolve("pointer.h5"), "version https://git-lfs.github.com/spec/v1");
        for (List<Object> command :
                List.<List<Object>>of(
                        List.of("weights", "inspect"),
                        List.of("weights", "import", "--profile", "keras", "--out", "out"),
                        List.of("generate", "--out", folder.resolve("images")))) {
            List<Object> arguments = new ArrayList<>(command);
            arguments.add(page);
            FerRun ofPage = FerRun.of(arguments.toArray());
            assertThat(ofPage.status()).isEqualTo(1);
            assertThat(ofPage.err()).contains("page.h5: is a web page");
            arguments.set(arguments.size() - 1, pointer);
            assertThat(FerRun.of(arguments.toArray()).err())
                    .contains("is a Git LFS pointer", "git lfs pull");
        }
    }

    @Test
    void doctorExaminesThisMachine() throws IOException {
        FerRun text = FerRun.of("doctor");
        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("PyTorch " + EngineInfo.current().pytorch(), "h264");
        JsonNode json = FerRun.of("doctor", "--json").json();
        assertThat(json.path("findings").path(0).path("subject").asText()).isEqualTo("java");
    }

    @Test
    void damagedModelsAndAbsentDevicesAreMessages() throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length - 5] ^= 4;
        Path damaged = Files.write(folder.resolve("damaged.safetensors"), bytes);
        FerRun run = FerRun.of("predict", damaged, frames);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("is damaged").doesNotContain("\tat ");
        FerRun gpu = FerRun.of("predict", model, frames, "--device", "gpu:99");
        assertThat(gpu.status()).isEqualTo(1);
        assertThat(gpu.err()).startsWith("fer: device gpu:99");
        for (String command : List.of("predict", "explain", "weights", "doctor")) {
            assertThat(FerRun.of(command, "--help").out()).contains("Usage: fer " + command);
        }
    }

    @Test
    void aLinkedFolderIsPredictedAndAnEmptyOneIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("frames"));
        Files.createSymbolicLink(frames.resolve("clip0/up"), Path.of(".."));
        Files.createFile(frames.resolve(".DS_Store"));
        FerRun linked = FerRun.of("predict", model, link);
        assertThat(linked.status()).isZero();
        assertThat(linked.out().lines()).hasSize(7);
        assertThat(linked.err().lines().filter(line -> line.startsWith("left out")))
                .containsExactly(
                        "left out: " + link + "/clip0/up: is a link to a folder that contains it");

        Path empty = Files.createDirectory(folder.resolve("empty"));
        FerRun none = FerRun.of("predict", model, empty);
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("left out: " + empty + ": contains no image");
    }

    @Test
    void aRecordingOfTwoPeopleInTwoManifestsIsNotAveraged() throws IOException {
        List<Path> manifests = new ArrayList<>();
        for (String person : List.of("anna", "ben")) {
            Path file = frames.resolve("clip0").resolve("frame-0.png").toAbsolutePath();
            Sample sample =
                    new Sample(
                            person,
                            file,
                            Label.INTERESTED,
                            person,
                            "r1",
                            Optional.empty(),
                            Optional.empty(),
                            person,
                            new Origin.StillImage("frame-0.png"),
                            Demographics.UNKNOWN,
                            Rights.UNKNOWN,
                            Sha256.of(file));
            Path manifest = folder.resolve(person + ".jsonl");
            ManifestFile.write(manifest, new Manifest(person, List.of(sample), List.of()), folder);
            manifests.add(manifest);
        }
        FerRun both =
                FerRun.of(
                        "predict", model, manifests.get(0), manifests.get(1), "--by", "recording");
        assertThat(both.status()).isEqualTo(1);
        assertThat(both.err()).contains("recording r1: is of participants anna and ben");
    }
}
