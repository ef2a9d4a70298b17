package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticFolderTest {

    private static final Recording PARENT =
            new Recording(
                    "39-A01-J",
                    List.of(Path.of("clip.mp4").toAbsolutePath()),
                    Label.NOT_INTERESTED,
                    "39",
                    Optional.of("A01"),
                    Optional.of(AdCategory.FOOD_MARKET),
                    new Demographics(Optional.of(Gender.MALE), Optional.of(50)),
                    Rights.of("terms", "signed"));

    private static final DataSource PARENTS =
            () ->
                    new SourceListing(
                            "baseline", Path.of("lab"), List.of(PARENT), List.of(), List.of());

    @TempDir Path folder;

    private void image(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private SourceListing list(String... lines) throws IOException {
        Files.write(folder.resolve("synthetic.jsonl"), List.of(lines));
        return DataSource.synthetic(folder, PARENTS).list();
    }

    @Test
    void inheritsFromTheParentRecording() throws IOException {
        image("39-A01-J/0.png");
        image("39-A01-J/1.png");

        SourceListing listing =
                list(
                        "{\"file\":\"39-A01-J/0.png\",\"parentRecording\":\"39-A01-J\","
                                + "\"parentFrame\":12,\"generator\":\"toy-renderer\",\"seed\":123}",
                        "{\"file\":\"39-A01-J/1.png\",\"parentRecording\":\"39-A01-J\","
                                + "\"generator\":\"toy-renderer\",\"seed\":-4}");

        assertThat(listing.problems()).isEmpty();
        assertThat(listing.source()).isEqualTo("stylegan2");
        Still still = listing.stills().get(0);
        assertThat(still)
                .isEqualTo(
                        new Still(
                                "stylegan2/39-A01-J/0",
                                folder.resolve("39-A01-J/0.png"),
                                Label.NOT_INTERESTED,
                                "39",
                                "stylegan2/39-A01-J",
                                Optional.of("A01"),
                                Optional.of(AdCategory.FOOD_MARKET),
                                new Origin.Synthetic(
                                        "39-A01-J", Optional.of(12L), "toy-renderer", 123),
                                PARENT.demographics(),
                                PARENT.rights()));
        assertThat(listing.stills().get(1).origin())
                .isEqualTo(new Origin.Synthetic("39-A01-J", Optional.empty(), "toy-renderer", -4));
    }

    @Test
    void picturesOfHowImagesWereMadeAreNoProblem() throws IOException {
        image("39-A01-J/0.png");
        image("39-A01-J/projection.png");
        image("sheet.png");
        image("39-A01-J/left.png");

        SourceListing listing =
                list(
                        "{\"file\":\"39-A01-J/0.png\",\"parentRecording\":\"39-A01-J\","
                                + "\"generator\":\"g\",\"seed\":1}");

        assertThat(listing.stills()).hasSize(1);
        assertThat(listing.problems())
                .extracting(Problem::subject)
                .containsExactly("39-A01-J/left.png");
    }

    @Test
    void everyImageIsListedOrNamedInAProblem() throws IOException {
        image("a/0.png");
        image("a/1.png");

        SourceListing listing =
                list(
                        "{\"file\":\"a/0.png\",\"parentRecording\":\"99-A01-J\",\"generator\":\"g\","
                            + "\"seed\":1}",
                        "{\"file\":\"gone.png\",\"parentRecording\":\"39-A01-J\","
                                + "\"generator\":\"g\",\"seed\":1}");

        assertThat(listing.stills()).isEmpty();
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Kind.DANGLING_REFERENCE, "synthetic.jsonl line 1"),
                        tuple(Kind.MISSING, "synthetic.jsonl line 2"),
                        tuple(Kind.UNUSED, "a/1.png"));
        assertThat(listing.problems().get(0).message()).contains("99-A01-J", "baseline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"file\":\"a.png\"",
                "{\"parentRecording\":\"39-A01-J\",\"generator\":\"g\",\"seed\":1}",
                "{\"file\":\"a.png\",\"generator\":\"g\",\"seed\":1}",
                "{\"file\":\"a.png\",\"parentRecording\":\"39-A01-J\",\"seed\":1}",
                "{\"file\":\"a.png\",\"parentRecording\":\"39-A01-J\",\"generator\":\"g\"}",
                "{\"file\":\"a.png\",\"parentRecording\":\"39-A01-J\",\"generator\":\" \","
                        + "\"seed\":1}",
                "{\"file\":\"a.png\",\"parentRecording\":\"39-A01-J\",\"generator\":\"g\","
                        + "\"seed\":1,\"parentFrame\":-1}",
                "{\"file\":\"a.png\",\"parentRecording\":\"39-A01-J\",\"generator\":\"g\","
                        + "\"seed\":\"one\"}"
            })
    void aLineThatCannotBeReadIsNamed(String line) throws IOException {
        image("a.png");

        SourceListing listing = list(line);

        assertThat(listing.stills()).isEmpty();
        assertThat(listing.problems())
                .extracting(Problem::kind)
                .containsExactly(Kind.UNREADABLE, Kind.UNUSED);
        assertThat(listing.problems().get(0).subject()).isEqualTo("synthetic.jsonl line 1");
    }

    @Test
    void folderWithoutLines() {
        assertThatThrownBy(() -> DataSource.synthetic(folder, PARENTS).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("synthetic.jsonl: is missing");
        assertThatThrownBy(() -> list(""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no line");
    }

    @Test
    void isInTheGroupsOfItsParent() throws IOException {
        image("0.png");
        Files.writeString(
                folder.resolve("synthetic.jsonl"),
                "{\"file\":\"0.png\",\"parentRecording\":\"39-A01-J\",\"generator\":\"g\","
                        + "\"seed\":1}\n");
        Groups groups = Groups.NONE.withColumn("country", "TR");
        DataSource parents =
                () ->
                        new SourceListing(
                                "baseline",
                                Path.of("lab"),
                                List.of(PARENT.withGroups(groups)),
                                List.of(),
                                List.of());
        assertThat(DataSource.synthetic(folder, parents).list().stills())
                .extracting(Still::groups)
                .containsExactly(groups);
    }

    @Test
    void imagesOfOneNameWithOtherEndingsAreTwoAndFilesOfSystemsAreNone() throws IOException {
        image("39-A01-J/0.png");
        image("39-A01-J/0.jpg");
        image("39-A01-J/._0.png");
        image("__MACOSX/0.png");
        image(".DS_Store");
        Path link = folder.resolveSibling(folder.getFileName() + "-link");
        Files.createSymbolicLink(link, folder);
        String line =
                "{\"file\":\"39-A01-J/0.%s\",\"parentRecording\":\"39-A01-J\",\"generator\":\"toy\",\"seed\":1}";
        Files.write(
                folder.resolve("synthetic.jsonl"),
                List.of(line.formatted("png"), line.formatted("jpg")));

        SourceListing listing = DataSource.synthetic(link, PARENTS).list();
        Files.delete(link);

        assertThat(listing.problems()).isEmpty();
        assertThat(listing.stills())
                .extracting(Still::id)
                .containsExactly("stylegan2/39-A01-J/0.png", "stylegan2/39-A01-J/0.jpg");
    }
}
