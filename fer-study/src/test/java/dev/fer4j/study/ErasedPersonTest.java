package dev.fer4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Erasure;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.ErasedImages;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.Recording;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study is run, a person withdraws, and it is run again. */
class ErasedPersonTest {

    private static final int SIZE = 71;

    @TempDir private Path folder;

    private final Told told = new Told();

    private StudyOutput run(ToyFolders toy) throws IOException {
        DataSource baseline = DataSource.neuroBioSense(toy.baseline());
        return Study.of(
                        StudySettings.paper(folder.resolve("out"))
                                .withTraining(
                                        TrainingPlan.small()
                                                .withBackbone(
                                                        Xception.FULL
                                                                .withWidth(0.125)
                                                                .withMiddleRepeats(1))
                                                .withInputSize(SIZE)
                                                .withEpochs(1)))
                .withListener(told)
                .withForeignFiles(foreign)
                .run(StudySources.of(baseline, DataSource.synthetic(toy.synthetic(), baseline)));
    }

    private OwnedFolder.Foreign foreign = OwnedFolder.Foreign.REFUSE;

    private List<Manifest> manifests() throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        for (String source : List.of("baseline", "stylegan2")) {
            manifests.add(ManifestFile.read(folder.resolve("out/manifest/" + source + ".jsonl")));
        }
        return manifests;
    }

    private Set<Path> imageFolders() throws IOException {
        Set<Path> folders = new HashSet<>();
        for (String source : List.of("baseline", "stylegan2")) {
            folders.add(ManifestFile.folder(folder.resolve("out/manifest/" + source + ".jsonl")));
        }
        return folders;
    }

    /** Somebody whom training shows, and without whom it still has both labels. */
    private static String person(List<Recording> recordings) {
        List<Recording> training =
                recordings.stream()
                        .filter(r -> r.category().equals(Optional.of(AdCategory.FOOD_MARKET)))
                        .toList();
        return training.stream()
                .map(Recording::participant)
                .filter(
                        person ->
                                training.stream()
                                                .filter(r -> !r.participant().equals(person))
                                                .map(Recording::label)
                                                .distinct()
                                                .count()
                                        == 2)
                .findFirst()
                .orElseThrow();
    }

    /** Which bytes stand in a file of a folder, folders below it included. */
    private static Set<byte[]> found(Path folder, List<byte[]> wanted) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return wanted.stream()
                .filter(
                        bytes -> {
                            String text = new String(bytes, StandardCharsets.ISO_8859_1);
                            return contents.stream().anyMatch(c -> c.contains(text));
                        })
                .collect(Collectors.toSet());
    }

    /** Puts files of others wherever the study keeps its own, and beside it. */
    private Map<Path, String> filesOfOthers(Path out) throws IOException {
        Path beside = folder.resolve("beside");
        Map<Path, String> digests = new TreeMap<>();
        for (Path file :
                List.of(
                        beside.resolve("0000000001.json"),
                        beside.resolve("deep/a.png"),
                        out.resolve("notes.txt"),
                        out.resolve("checkpoints/resnet50/epoch90.pt"),
                        out.resolve("checkpoints/top.pt"),
                        out.resolve("cache/mine.images"),
                        out.resolve("frames/baseline/images/ab/face.png"),
                        out.resolve("frames/baseline/recordings/mine.json"),
                        out.resolve("models/mine.safetensors"),
                        out.resolve("tables/99-mine.csv"),
                        out.resolve("figures/mine.png"),
                        out.resolve("pictures/mine.png"),
                        out.resolve("audit/mine.json"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{\"of\": \"others\"}");
            digests.put(file, Sha256.of(file));
        }
        Files.createSymbolicLink(out.resolve("checkpoints/baseline-0123456789abcdef"), beside);
        Files.createSymbolicLink(out.resolve("figures/linked"), beside);
        return digests;
    }

    private static List<byte[]> decoded(List<Sample> samples) throws IOException {
        List<byte[]> decoded = new ArrayList<>();
        for (Sample sample : samples) {
            decoded.add(ImageFiles.resize(ImageFiles.read(sample.file()), SIZE, SIZE).rgb());
        }
        return decoded;
    }

    @Test
    void decodedImagesOfAnErasedPersonAndOfTheirSyntheticImagesAreGone() throws IOException {
        ToyFolders toy =
                SharedToyCorpus.copy(folder.resolve("toy"), new Seed(1), ToyScale.SMALLEST);
        assertThat(run(toy).trained()).isEqualTo(2);
        Path out = folder.resolve("out");
        Path cache = out.resolve("cache");
        List<Recording> recordings = DataSource.neuroBioSense(toy.baseline()).list().recordings();
        String person = person(recordings);

        Erasure erasure = Erasure.of(manifests(), person);
        List<Sample> removed = erasure.removed();
        List<String> digests = removed.stream().map(Sample::sha256).distinct().toList();
        List<byte[]> pixels = decoded(removed);
        List<byte[]> raw = digests.stream().map(HexFormat.of()::parseHex).toList();
        List<byte[]> hex =
                digests.stream().map(d -> d.getBytes(StandardCharsets.US_ASCII)).toList();
        assertThat(erasure.removedIds()).containsOnlyKeys("baseline", "stylegan2");
        assertThat(found(cache, pixels)).hasSize(pixels.size());
        assertThat(found(cache, raw)).hasSize(raw.size());
        assertThat(found(out, hex)).hasSize(hex.size());

        assertThat(ErasedImages.delete(erasure, imageFolders())).isEmpty();
        for (Recording recording : recordings) {
            if (recording.participant().equals(person)) {
                for (Path clip : recording.clips()) {
                    Files.delete(clip);
                }
            }
        }
        Map<Path, String> theirs = filesOfOthers(out);
        assertThatThrownBy(() -> run(toy))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("resnet50");
        told.clear();
        Path model = out.resolve("models/baseline.safetensors");
        String before = Sha256.of(model);
        foreign = OwnedFolder.Foreign.KEEP;
        assertThat(run(toy).trained()).isEqualTo(2);

        assertThat(Sha256.of(model)).as("trained again without the person").isNotEqualTo(before);
        assertThat(told.messages)
                .contains("Removed " + digests.size() + " decoded images that no manifest lists");
        assertThat(found(cache, pixels)).isEmpty();
        assertThat(found(cache, raw)).isEmpty();
        assertThat(found(out, hex)).isEmpty();
        List<Sample> left = manifests().stream().flatMap(m -> m.samples().stream()).toList();
        assertThat(found(cache, decoded(left))).hasSize(left.size());

        told.clear();
        for (Map.Entry<Path, String> file : theirs.entrySet()) {
            assertThat(file.getKey()).exists();
            assertThat(Sha256.of(file.getKey())).isEqualTo(file.getValue());
        }
        assertThat(run(toy).reused()).isEqualTo(2);
        assertThat(told.messages).noneMatch(line -> line.startsWith("Removed"));
    }
}
