package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Rights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillFolderTest {

    @TempDir Path temporary;

    private Path folder() {
        return temporary.resolve("youtube");
    }

    private void image(String name) throws IOException {
        Path file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private SourceListing list(String labels) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("labels.csv"), labels);
        return DataSource.stills(folder()).list();
    }

    @Test
    void listsImagesWithWhatTheirRowsSay() throws IOException {
        image("p012/shot 1.png");
        image("p012/2.jpg");
        image("p013/1.png");

        SourceListing listing =
                list(
                        """
                        file,label,person,gender,age,license,consent,url
                        p012/shot 1.png,interested,,f,31,CC-BY-4.0,public,https://example.org/1
                        p012/2.jpg,No,,,,,,
                        p013/1.png,1,anna,,,,,
                        """);

        assertThat(listing.problems()).isEmpty();
        assertThat(listing.stills())
                .extracting(Still::id, Still::label, Still::participant, Still::recording)
                .containsExactly(
                        tuple(
                                "youtube/p012/shot 1",
                                Label.INTERESTED,
                                "youtube/p012",
                                "youtube/p012-INTERESTED"),
                        tuple(
                                "youtube/p012/2",
                                Label.NOT_INTERESTED,
                                "youtube/p012",
                                "youtube/p012-NOT_INTERESTED"),
                        tuple("youtube/p013/1", Label.INTERESTED, "youtube/anna", "youtube/anna"));
        Still first = listing.stills().get(0);
        assertThat(first.origin()).isEqualTo(new Origin.StillImage("https://example.org/1"));
        assertThat(first.demographics().gender()).contains(Gender.FEMALE);
        assertThat(first.demographics().age()).contains(31);
        assertThat(first.rights()).isEqualTo(Rights.of("CC-BY-4.0", "public"));
        assertThat(listing.stills().get(1).origin()).isEqualTo(new Origin.StillImage("p012/2.jpg"));
    }

    @Test
    void everyImageIsListedOrNamedInAProblem() throws IOException {
        Files.createDirectories(temporary.resolve("outside"));
        Files.createFile(temporary.resolve("outside/secret.png"));
        image("a/1.png");
        image("a/2.png");
        image("a/3.png");
        image("a/4.png");
        image("a/4.jpg");
        image("a/5.png");
        Files.createSymbolicLink(
                folder().resolve("a/link.png"), temporary.resolve("outside/secret.png"));

        SourceListing listing =
                list(
                        """
                        file,label
                        a/1.png,yes
                        a/1.png,yes
                        a/2.png,maybe
                        a/3.png,
                        a/4.png,yes
                        a/4.jpg,yes
                        a/gone.png,yes
                        ../outside/secret.png,yes
                        a/../../outside/secret.png,yes
                        /etc/hostname,no
                        a/link.png,yes
                        """);

        assertThat(listing.stills())
                .extracting(Still::id)
                .containsExactly("youtube/a/1", "youtube/a/4.png", "youtube/a/4.jpg");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNUSED, "labels.csv line 3"),
                        tuple(Kind.UNKNOWN_LABEL, "labels.csv line 4"),
                        tuple(Kind.NO_LABEL, "labels.csv line 5"),
                        tuple(Kind.MISSING, "labels.csv line 8"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "labels.csv line 9"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "labels.csv line 10"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "labels.csv line 11"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "labels.csv line 12"),
                        tuple(Kind.UNUSED, "a/5.png"));
    }

    @Test
    void anAgeThatIsNoneLeavesTheImageInUse() throws IOException {
        image("a/1.png");
        SourceListing listing = list("file,label,age\na/1.png,yes,old\n");
        assertThat(listing.stills().get(0).demographics().age()).isEmpty();
        assertThat(listing.problems()).extracting(Problem::kind).containsExactly(Kind.UNUSED_VALUE);
    }

    @Test
    void folderWithoutLabels() {
        assertThatThrownBy(() -> DataSource.stills(temporary).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("labels.csv: is missing");
    }

    @Test
    void missingFolder() {
        assertThatThrownBy(() -> DataSource.stills(folder()).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void labelsWithoutRowsOrColumns() {
        assertThatThrownBy(() -> list("file,label\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has a header but no rows");
        assertThatThrownBy(() -> list("path,label\na,yes\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("columns file, label");
        assertThatThrownBy(() -> list(""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("columns file, label");
    }

    @Test
    void labelsThatAreNotUtf8() throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("labels.csv"), new byte[] {'f', (byte) 0xe7, '\n'});
        assertThatThrownBy(() -> DataSource.stills(folder()).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void linesOfJsonSayWhatRowsSay() throws IOException {
        image("p012/1.png");
        image("p012/2.png");
        image("p013/1.png");
        Files.writeString(
                folder().resolve("labels.jsonl"),
                """
                {"file": "p012/1.png", "label": "interested", "Age": 31, "license": "CC0-1.0"}

                {"file": "p012/2.png", "label": false, "person": "anna"}
                {"file": "p013/1.png", "label": "maybe"}
                ["p013/1.png", "yes"]
                """);

        SourceListing listing = DataSource.stills(folder()).list();

        assertThat(listing.stills())
                .extracting(Still::id, Still::label, Still::participant)
                .containsExactly(
                        tuple("youtube/p012/1", Label.INTERESTED, "youtube/p012"),
                        tuple("youtube/p012/2", Label.NOT_INTERESTED, "youtube/anna"));
        assertThat(listing.stills().get(0).demographics().age()).contains(31);
        assertThat(listing.stills().get(0).rights().license()).contains("CC0-1.0");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Kind.UNREADABLE, "labels.jsonl line 5"),
                        tuple(Kind.UNKNOWN_LABEL, "labels.jsonl line 4"));
    }

    @Test
    void foldersSayLabelAndPersonWhereThereIsNoFile() throws IOException {
        image("p012/interested/1.png");
        image("p012/Not_Interested/2.png");
        image("no/p013/shots/1.png");
        image("yes/alone.png");
        image("p014/3.png");
        image("4/1/1.png");

        SourceListing listing = DataSource.stills(folder()).list();

        assertThat(listing.stills())
                .extracting(Still::id, Still::label, Still::participant)
                .containsExactlyInAnyOrder(
                        tuple("youtube/p012/interested/1", Label.INTERESTED, "youtube/p012"),
                        tuple(
                                "youtube/p012/Not_Interested/2",
                                Label.NOT_INTERESTED,
                                "youtube/p012"),
                        tuple("youtube/no/p013/shots/1", Label.NOT_INTERESTED, "youtube/p013"),
                        tuple("youtube/yes/alone", Label.INTERESTED, "youtube/alone"));
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactlyInAnyOrder(
                        tuple(Kind.NO_LABEL, "p014/3.png"), tuple(Kind.NO_LABEL, "4/1/1.png"));
    }

    @Test
    void twoLabelFilesContradictEachOther() throws IOException {
        image("a/1.png");
        Files.writeString(folder().resolve("labels.jsonl"), "{}");
        assertThatThrownBy(() -> list("file,label\na/1.png,yes\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("labels.csv and labels.jsonl")
                .hasMessageContaining("keep one");
    }

    @Test
    void tellsStillsFromOtherFolders() throws IOException {
        image("p/1.png");
        assertThat(StillFolder.isOne(folder())).isFalse();
        image("p/interested/1.png");
        assertThat(StillFolder.isOne(folder())).isTrue();
        assertThat(StillFolder.isOne(temporary.resolve("gone"))).isFalse();
    }

    @Test
    void aStillOfWhichLittleIsKnown() {
        Still still =
                Still.of(
                        "mine",
                        temporary,
                        temporary.resolve("a/1.png"),
                        Label.NOT_INTERESTED,
                        "anna");
        assertThat(still.id()).isEqualTo("mine/a/1.png");
        assertThat(still.recording()).isEqualTo("anna-NOT_INTERESTED");
        assertThat(still.origin()).isEqualTo(new Origin.StillImage("a/1.png"));
        assertThat(still.category()).isEmpty();
        AdCategory cars = new AdCategory("car-technology");
        assertThat(still.withCategory(cars).category()).contains(cars);
        assertThat(still.withRights(Rights.of("CC0-1.0", "yes")).rights().license())
                .contains("CC0-1.0");
    }

    @Test
    void columnsOfOnesOwnAreGroups() throws IOException {
        image("p1/1.png");
        image("p1/2.png");
        Files.writeString(
                folder().resolve("labels.csv"),
                """
                file,label,Lighting (lux),country,notes
                p1/1.png,yes,300,DE,late
                p1/2.png,no,,unknown,
                """);
        assertThat(
                        DataSource.stills(folder())
                                .withGroups("country", "lighting lux")
                                .list()
                                .stills())
                .extracting(Still::groups)
                .containsExactly(
                        Groups.NONE.withColumn("country", "DE").withColumn("lighting lux", "300"),
                        Groups.NONE);
    }

    @Test
    void fieldsOfLinesAreGroupsToo() throws IOException {
        image("p1/1.png");
        Files.writeString(
                folder().resolve("labels.jsonl"),
                "{\"file\":\"p1/1.png\",\"label\":\"yes\",\"device\":7}\n");
        assertThat(DataSource.stills(folder()).withGroups("device").list().stills())
                .extracting(Still::groups)
                .containsExactly(Groups.NONE.withColumn("device", "7"));
    }

    @Test
    void aColumnOfGroupsThatIsNotThereIsRefused() throws IOException {
        image("p1/interested/1.png");
        StillFolder byCountry = DataSource.stills(folder()).withGroups("country");
        assertThatThrownBy(byCountry::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("country");
        Files.writeString(folder().resolve("labels.csv"), "file,label\np1/interested/1.png,yes\n");
        assertThatThrownBy(byCountry::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("labels.csv")
                .hasMessageContaining("country");
        assertThatThrownBy(() -> byCountry.withGroups("gender"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> byCountry.withGroups("my country", "my-country"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
