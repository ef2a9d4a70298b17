package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.InputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.testing.DrawnPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compositions of pictures on disk. */
class LeakageGateTest {

    private static final LeakageGate GATE =
            LeakageGate.identities().withNearDuplicates(new FingerprintCache());

    @TempDir Path folder;

    private final List<Sample> laboratory = new ArrayList<>();

    @BeforeEach
    void drawPictures() throws IOException {
        for (Sample sample : Samples.smallLaboratory()) {
            int index = laboratory.size();
            laboratory.add(sample);
            store(index, ImageFiles.encodePng(DrawnPicture.of(64, 48, index)));
        }
    }

    private void store(int index, byte[] content) throws IOException {
        Path file = folder.resolve(index + ".image");
        Files.write(file, content);
        Sample sample = laboratory.get(index);
        laboratory.set(
                index,
                Samples.with(
                        sample,
                        file,
                        sample.participant(),
                        sample.recording(),
                        Sha256.of(content)));
    }

    /** Image 45, a test image, becomes image 3, a training image, stored with loss. */
    private void leakAPicture() throws IOException {
        store(45, DrawnPicture.jpeg(DrawnPicture.of(64, 48, 3), 60));
    }

    /** Image 45, a test image, becomes one of the training person. */
    private void leakAPerson() {
        Sample sample = laboratory.get(45);
        laboratory.set(45, Samples.with(sample, sample.file(), "39", "39-A03-J", sample.sha256()));
    }

    private Composition compose(LeakageGate gate) throws IOException {
        return Composition.compose(
                Condition.BASELINE,
                CategorySplit.paper(),
                List.of(Samples.manifest("baseline", laboratory)),
                gate);
    }

    private String refusal(LeakageGate gate) {
        PlanException refused = catchThrowableOfType(PlanException.class, () -> compose(gate));
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0).message();
    }

    @Test
    void differentPicturesPass() throws IOException {
        assertThat(compose(GATE).leakage().statement())
                .isEqualTo(
                        "No participant (of 3), no recording (of 6), no file content (of 60), no"
                                + " synthetic parent (of 0), no near-duplicate image (of 60) occurs"
                                + " in more than one split.");
    }

    @Test
    void aPictureStoredAgainStopsIt() throws IOException {
        leakAPicture();

        assertThat(compose(LeakageGate.identities()).leakage().isClean()).isTrue();
        assertThat(refusal(GATE))
                .startsWith(
                        "leak by near-duplicate image: 1 pairs among 60 images occur in two splits:"
                                + " baseline/39-A01-J/3 in train and baseline/19-A01-J/5 in test"
                                + " (distance ");
    }

    @Test
    void listsTwentyPairsAndCountsAll() throws IOException {
        RgbImage picture = DrawnPicture.of(64, 48, 3);
        for (int i = 40; i < 60; i++) {
            store(i, ImageFiles.encodePng(DrawnPicture.brighter(picture, i - 39)));
        }
        store(4, DrawnPicture.jpeg(picture, 90));

        String message = refusal(GATE);

        assertThat(message).contains("40 pairs among 60 images").contains(", …");
        assertThat(message.split(" in train and ", -1)).hasSize(1 + 20);
    }

    @Test
    void anAllowedLeakPassesAndIsSaid() throws IOException {
        leakAPicture();
        leakAPerson();
        LeakageGate gate =
                GATE.withAllowed(Set.of(LeakageKind.PARTICIPANT), "one person saw two films")
                        .withAllowed(
                                Set.of(LeakageKind.NEAR_DUPLICATE, LeakageKind.RECORDING),
                                "checked by eye");

        Composition composition = compose(gate);

        assertThat(composition.leakage().isClean()).isFalse();
        assertThat(composition.leakage().statement())
                .isEqualTo(
                        "No recording (of 7), no file content (of 60), no synthetic parent (of 0)"
                                + " occurs in more than one split. Leaks by participant were"
                                + " allowed (one person saw two films): 1 of 3 occur in more than"
                                + " one split. Leaks by recording were allowed (checked by eye): 0"
                                + " of 7 occur in more than one split. Leaks by near-duplicate"
                                + " image were allowed (checked by eye): 1 pairs among 60 images"
                                + " occur in two splits.");
        Path file = folder.resolve("composition.json");
        CompositionFile.write(file, composition);
        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.at("/leakage").asText()).isEqualTo(composition.leakage().statement());
        JsonNode check = json.at("/leakageReport/checks/4");
        assertThat(check.at("/kind").asText()).isEqualTo("NEAR_DUPLICATE");
        assertThat(check.at("/allowed").asText()).isEqualTo("checked by eye");
        assertThat(check.at("/found").asInt()).isEqualTo(1);
        assertThat(check.at("/leaks/0").asText()).startsWith("baseline/39-A01-J/3 in train");
    }

    @Test
    void allowingOneKindAllowsNoOther() throws IOException {
        leakAPicture();
        leakAPerson();

        assertThat(refusal(GATE.withAllowed(Set.of(LeakageKind.NEAR_DUPLICATE), "checked by eye")))
                .startsWith("leak by participant");
        assertThat(refusal(GATE.withAllowed(Set.of(LeakageKind.PARTICIPANT), "same person")))
                .startsWith("leak by near-duplicate image");
    }

    @Test
    void anAllowanceNeedsAKindAndOneReason() {
        LeakageGate gate = LeakageGate.identities();
        Set<LeakageKind> kinds = Set.of(LeakageKind.RECORDING);

        assertThatThrownBy(() -> gate.withAllowed(Set.of(), "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gate.withAllowed(kinds, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gate.withAllowed(kinds, "why").withAllowed(kinds, "because"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(refusal(gate.withAllowed(Set.of(LeakageKind.NEAR_DUPLICATE), "why")))
                .startsWith("leakage gate: allows near-duplicates without looking for them");
    }

    @Test
    void blanksHideNobody() {
        Sample sample = laboratory.get(45);
        laboratory.set(
                45,
                Samples.with(sample, sample.file(), "\u200b39\u00a0", "other", sample.sha256()));

        assertThat(refusal(LeakageGate.identities()))
                .startsWith(
                        "leak by participant: 1 of 3 occur in more than one split: 39 in train");
    }

    /** Image 45, a test image, becomes one of "P39", and training images are of "39". */
    @Test
    void similarIdsInTwoSplitsAreSaidAndStopAStrictGate() throws IOException {
        Sample sample = laboratory.get(45);
        laboratory.set(45, Samples.with(sample, sample.file(), "P39", "other", sample.sha256()));

        LeakageReport leakage = compose(LeakageGate.identities()).leakage();
        assertThat(leakage.isClean()).isFalse();
        assertThat(leakage.checks())
                .last()
                .isEqualTo(
                        new LeakageCheck(
                                LeakageKind.SIMILAR_PARTICIPANT,
                                4,
                                1,
                                List.of("39 in train but P39 in test"),
                                Optional.of("they may be of different people")));
        assertThat(leakage.statement())
                .endsWith(
                        "People with similar ids occur in different splits (they may be of"
                                + " different people): 39 in train but P39 in test.");

        LeakageGate strict = LeakageGate.identities().withStrictPeople();
        assertThat(refusal(strict))
                .startsWith(
                        "leak by similar participant id: 1 groups among 4 ids occur in different"
                                + " splits: 39 in train but P39 in test");
        assertThat(
                        compose(
                                        strict.withAllowed(
                                                Set.of(LeakageKind.SIMILAR_PARTICIPANT),
                                                "the owner says so"))
                                .leakage()
                                .statement())
                .contains("(the owner says so): 39 in train but P39 in test");
    }

    @Test
    void fourCompositionsReadEachImageOnce() throws IOException {
        List<Progress> reads = new ArrayList<>();
        LeakageGate gate =
                LeakageGate.identities().withNearDuplicates(new FingerprintCache(reads::add));
        compose(gate);
        assertThat(reads).hasSize(60);
        assertThat(reads.get(59).isLast()).isTrue();

        for (Sample sample : laboratory) {
            Files.delete(sample.file());
        }
        compose(gate);

        assertThat(reads).hasSize(60);
    }

    @Test
    void readsNothingIfThePlanIsWrongAnyway() throws IOException {
        leakAPerson();
        List<Progress> reads = new ArrayList<>();

        refusal(LeakageGate.identities().withNearDuplicates(new FingerprintCache(reads::add)));

        assertThat(reads).isEmpty();
    }

    @Test
    void aFileThatIsGoneOrChangedIsNamed() throws IOException {
        LeakageGate gate = LeakageGate.identities().withNearDuplicates(new FingerprintCache());
        Files.delete(folder.resolve("7.image"));
        assertThatThrownBy(() -> compose(gate))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("7.image");

        Files.write(folder.resolve("7.image"), DrawnPicture.jpeg(DrawnPicture.of(9, 9, 9), 90));
        assertThatThrownBy(() -> compose(gate))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "7.image: differs from the digest in the manifest of baseline");
    }
}
