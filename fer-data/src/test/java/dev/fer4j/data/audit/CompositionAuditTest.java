package dev.fer4j.data.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.Composition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionAuditTest {

    private static final Demographics WOMAN =
            new Demographics(Optional.of(Gender.FEMALE), Optional.of(20));
    private static final Demographics MAN =
            new Demographics(Optional.of(Gender.MALE), Optional.of(30));

    private final List<Sample> samples = new ArrayList<>();
    private CompositionAudit audit;

    private void add(
            AdCategory category,
            String person,
            Demographics known,
            String recording,
            int images,
            Label label) {
        for (int i = 0; i < images; i++) {
            String id = recording + "/" + i;
            samples.add(
                    new Sample(
                            id,
                            Path.of(id).toAbsolutePath(),
                            label,
                            person,
                            recording,
                            Optional.empty(),
                            Optional.of(category),
                            "baseline",
                            new Origin.StillImage(id),
                            known,
                            Rights.UNKNOWN,
                            Sha256.of(id)));
        }
    }

    /** Three train, two validate, two test. */
    @BeforeEach
    void compose() {
        add(AdCategory.FOOD_MARKET, "a", WOMAN, "a1", 4, Label.INTERESTED);
        add(AdCategory.FOOD_MARKET, "a", WOMAN, "a2", 2, Label.NOT_INTERESTED);
        add(AdCategory.FOOD_MARKET, "b", MAN, "b1", 1, Label.NOT_INTERESTED);
        add(AdCategory.FOOD_MARKET, "c", Demographics.UNKNOWN, "c1", 3, Label.NOT_INTERESTED);
        add(AdCategory.COSMETICS_FASHION, "d", WOMAN, "d1", 3, Label.INTERESTED);
        add(AdCategory.COSMETICS_FASHION, "e", WOMAN, "e1", 1, Label.NOT_INTERESTED);
        add(AdCategory.CAR_TECHNOLOGY, "f", WOMAN, "f1", 1, Label.INTERESTED);
        add(AdCategory.CAR_TECHNOLOGY, "g", MAN, "g1", 4, Label.NOT_INTERESTED);
        audit =
                CompositionAudit.of(
                        Composition.compose(
                                Condition.BASELINE,
                                CategorySplit.paper(),
                                List.of(new Manifest("baseline", samples, List.of()))));
    }

    @Test
    void prevalenceShiftsAgainstTraining() {
        PrevalenceRow train = audit.prevalenceOf(Split.TRAIN);
        assertThat(train.prevalence()).isEqualTo(0.4);
        assertThat(train.majorityAccuracy()).isEqualTo(0.6);
        assertThat(train.shift()).isEmpty();
        assertThat(audit.prevalenceOf(Split.VALIDATE).shift().orElseThrow())
                .isCloseTo(35, within(1e-9));
        assertThat(audit.prevalenceOf(Split.TEST).shift().orElseThrow())
                .isCloseTo(-20, within(1e-9));
    }

    @Test
    void peopleAreSummarized() {
        assertThat(audit.peopleOf(Split.TRAIN))
                .isEqualTo(
                        new PeopleSummary(Split.TRAIN, Optional.empty(), 3, 1, 3.0, 6, 0.6, 0, 2));
        assertThat(audit.peopleOf(Split.VALIDATE))
                .isEqualTo(
                        new PeopleSummary(
                                Split.VALIDATE, Optional.empty(), 2, 1, 2.0, 3, 0.75, 1, 1));
        assertThat(audit.people().get(0))
                .isEqualTo(new PersonCount(Split.TRAIN, "baseline", "a", 6, 2, 4));
    }

    @Test
    void emptyGroupsComeFirstAndUnknownIsAGroupOnlyWhereItOccurs() {
        List<LabelGroup> groups = audit.smallest(AuditField.GENDER, 100);
        assertThat(groups.stream().filter(LabelGroup::isEmpty).map(CompositionAuditTest::name))
                .containsExactly(
                        "train INTERESTED male",
                        "validate INTERESTED male",
                        "validate NOT_INTERESTED male",
                        "test INTERESTED male",
                        "test NOT_INTERESTED female");
        assertThat(groups.get(5))
                .isEqualTo(
                        new LabelGroup(
                                Split.TRAIN,
                                Label.NOT_INTERESTED,
                                new AuditGroup(AuditField.GENDER, Optional.of("male")),
                                new GroupSize(1, 1, 1)));
        assertThat(groups.stream().map(CompositionAuditTest::name))
                .contains("train NOT_INTERESTED unknown")
                .doesNotContain("train INTERESTED unknown", "test INTERESTED unknown");
        assertThat(groups).hasSize(13);
    }

    private static String name(LabelGroup group) {
        return group.split().id() + " " + group.label() + " " + group.group().title();
    }

    @Test
    void sizesAreKeptByGenderAndAgeOnly() {
        assertThatThrownBy(() -> audit.smallest(AuditField.SOURCE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cellsAreWrittenAsCsv(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cells.csv");
        AuditFile.writeCells(file, audit, LabelNames.INTEREST);
        assertThat(Files.readAllLines(file).stream().map(line -> line.replace("\"", "")))
                .containsExactly(
                        "split,source,category,label,gender,age_band,images,recordings,people",
                        "train,baseline,food-market,interested,female,18-24,4,1,1",
                        "train,baseline,food-market,not-interested,female,18-24,2,1,1",
                        "train,baseline,food-market,not-interested,male,25-34,1,1,1",
                        "train,baseline,food-market,not-interested,unknown,unknown,3,1,1",
                        "validate,baseline,cosmetics-fashion,interested,female,18-24,3,1,1",
                        "validate,baseline,cosmetics-fashion,not-interested,female,18-24,1,1,1",
                        "test,baseline,car-technology,interested,female,18-24,1,1,1",
                        "test,baseline,car-technology,not-interested,male,25-34,4,1,1");
    }

    @Test
    void allIsWrittenAsJson(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("audit.json");
        AuditFile.write(file, audit);
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .startsWith("{\"format\":\"fer4j-composition-audit\",\"version\":1,")
                .contains("\"prevalence\":0.4,\"majorityAccuracy\":0.6")
                .contains(
                        "{\"split\":\"TRAIN\",\"label\":\"INTERESTED\",\"group\":{\"field\":"
                                + "\"GENDER\",\"value\":\"male\"},\"size\":{\"images\":0,"
                                + "\"recordings\":0,\"people\":0}}")
                .contains("{\"source\":\"baseline\",\"category\":\"food-market\"")
                .contains("\"ageBand\":\"18-24\"");
    }

    @Test
    void columnsOfOnesOwnAreAudited(@TempDir Path folder) throws IOException {
        List<Sample> lit =
                samples.stream()
                        .map(
                                sample ->
                                        List.of("a", "d", "g").contains(sample.participant())
                                                ? sample.withGroups(
                                                        Groups.NONE.withColumn("lighting", "dim"))
                                                : sample)
                        .toList();
        CompositionAudit own =
                CompositionAudit.of(
                        Composition.compose(
                                Condition.BASELINE,
                                CategorySplit.paper(),
                                List.of(new Manifest("baseline", lit, List.of()))));
        AuditField lighting = AuditField.ofGroups("lighting");
        assertThat(own.fields())
                .startsWith(AuditField.STANDARD.toArray(AuditField[]::new))
                .endsWith(lighting);
        assertThat(own.prevalence())
                .filteredOn(row -> row.group().filter(g -> g.field().equals(lighting)).isPresent())
                .extracting(
                        PrevalenceRow::split,
                        row -> row.group().orElseThrow().title(),
                        row -> row.size().images())
                .containsExactly(
                        tuple(Split.TRAIN, "dim", 6),
                        tuple(Split.TRAIN, "unknown", 4),
                        tuple(Split.VALIDATE, "dim", 3),
                        tuple(Split.VALIDATE, "unknown", 1),
                        tuple(Split.TEST, "dim", 4),
                        tuple(Split.TEST, "unknown", 1));
        assertThat(own.smallest(lighting, 2).stream().map(CompositionAuditTest::name))
                .containsExactly("validate NOT_INTERESTED dim", "test INTERESTED dim");
        Path file = folder.resolve("cells.csv");
        AuditFile.writeCells(file, own, new LabelNames("neutral", "Smiling"));
        assertThat(Files.readAllLines(file).stream().map(line -> line.replace("\"", "")))
                .contains(
                        "split,source,category,label,gender,age_band,group.lighting,images,"
                                + "recordings,people",
                        "train,baseline,food-market,Smiling,female,18-24,dim,4,1,1");
        AuditFile.write(file, own);
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .contains("\"ageBand\":\"18-24\",\"groups\":{\"lighting\":\"dim\"}")
                .contains("{\"field\":\"lighting\",\"value\":\"dim\"}");
    }
}
