package dev.fer4j.data.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.data.testing.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCsvTest {

    private static final String HEADER =
            "id,file,label,participant,recording,source,origin,location,clip,frame_index,seconds,"
                    + "repeated,parent_recording,parent_frame,generator,seed,gender,age,category,"
                    + "sha256";

    @TempDir private Path folder;
    private Path csv;

    @BeforeEach
    void nameTheFile() {
        csv = folder.resolve("data/mixed.csv");
    }

    private static Manifest bare(Manifest manifest) {
        return new Manifest(manifest.source(), manifest.samples(), List.of());
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException {
        Manifest manifest = SampleFolder.write(folder.resolve("data"));
        ManifestCsv.write(csv, manifest);
        assertThat(ManifestCsv.read(csv)).isEqualTo(bare(manifest));
    }

    @Test
    void imagesBesideTheCsvFolderAreRelativeAndOthersAbsolute() throws IOException {
        Manifest manifest = SampleFolder.write(folder.resolve("images"));
        ManifestCsv.write(csv, manifest);
        assertThat(Files.readString(csv))
                .contains("../images/pictures/still.png")
                .doesNotContain(folder.toString());
        Path far = folder.resolve("a/b/c/far.csv");
        ManifestCsv.write(far, manifest);
        assertThat(ManifestCsv.read(far)).isEqualTo(bare(manifest));
        Files.createDirectory(folder.resolve("moved"));
        Files.move(folder.resolve("images"), folder.resolve("moved/images"));
        Files.move(folder.resolve("data"), folder.resolve("moved/data"));
        assertThat(ManifestCsv.read(folder.resolve("moved/data/mixed.csv")).samples())
                .allSatisfy(sample -> assertThat(sample.file()).exists());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTextIsReadBackEqual(long seed) throws IOException {
        Random random = new Random(seed);
        Manifest manifest = SampleFolder.write(folder.resolve("data"));
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Sample sample = manifest.samples().get(i % 4);
            samples.add(
                    new Sample(
                            "mixed/" + i,
                            sample.file(),
                            sample.label(),
                            "p" + text(random),
                            text(random) + "r" + i,
                            Optional.of(text(random)),
                            sample.category(),
                            "mixed",
                            sample.origin(),
                            sample.demographics(),
                            Rights.of(text(random), text(random)),
                            sample.sha256()));
        }
        Manifest awkward = new Manifest("mixed", samples, List.of());
        ManifestCsv.write(csv, awkward);
        assertThat(ManifestCsv.read(csv)).isEqualTo(awkward);
    }

    private static String text(Random random) {
        String alphabet = "a \t\"',;\r\n\\#=-é😀\u00a0\ufeff0";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void aSpreadsheetsVersionOfItIsRead() throws IOException {
        Manifest manifest = SampleFolder.write(folder.resolve("data"));
        String digest = manifest.samples().get(0).sha256();
        Files.writeString(
                csv,
                "\ufeffSHA256;Label;ID;File;Participant;Recording;Source;Origin;Clip;Frame_Index;"
                        + "Seconds;Repeated;Gender\r\n"
                        + digest
                        + ";Not Interested;a;pictures/still.png;39;r;mixed;Video-Frame;c.mp4;0;0.5;"
                        + "FALSE;Female\r\n;;;;;;;;;;;;\r\n");
        Sample sample = ManifestCsv.read(csv).samples().get(0);
        assertThat(sample.label().asTarget()).isZero();
        assertThat(sample.file()).isEqualTo(folder.resolve("data/pictures/still.png"));
        assertThat(sample.rights()).isEqualTo(Rights.UNKNOWN);
        assertThat(sample.demographics().gender()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label|maybe|interested or not-interested",
                "label||interested or not-interested",
                "id||a text",
                "participant||a text",
                "origin|photo|video-frame, still-image or synthetic",
                "origin||video-frame, still-image or synthetic",
                "location||a text",
                "clip|a.mp4|nothing, since the origin is still-image",
                "seed|4|nothing, since the origin is still-image",
                "gender|femal|female, male, other or nothing",
                "age|131|a whole number from 0 to 130",
                "age|27.5|a whole number from 0 to 130",
                "category|Food Market|lower-case letters",
                "sha256|abc|64 lower-case hexadecimal digits",
            })
    void aBadValueIsNamedWithItsPlace(String column, String value, String expected)
            throws IOException {
        assertBad(
                cells("still-image", "pic.png", "", "", "", "", "", "", "", ""),
                column,
                value == null ? "" : value,
                expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frame_index|-1|a whole number from 0",
                "frame_index||a whole number from 0",
                "seconds|'0,5'|a number with a decimal point",
                "repeated|perhaps|true or false",
                "generator|toy|nothing, since the origin is video-frame",
            })
    void aBadValueOfAFrameIsNamedWithItsPlace(String column, String value, String expected)
            throws IOException {
        assertBad(
                cells("video-frame", "", "c.mp4", "0", "0.5", "false", "", "", "", ""),
                column,
                value == null ? "" : value,
                expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parent_recording||a text",
                "parent_frame|first|a whole number or nothing",
                "generator||a text",
                "seed|1.2E+18|a whole number",
            })
    void aBadValueOfASyntheticImageIsNamedWithItsPlace(String column, String value, String expected)
            throws IOException {
        assertBad(
                cells("synthetic", "", "", "", "", "", "39-A01-J", "3", "toy", "7"),
                column,
                value == null ? "" : value,
                expected);
    }

    private static List<String> cells(String origin, String... ofOrigin) {
        List<String> cells =
                new ArrayList<>(List.of("a", "a.png", "interested", "39", "r", "mixed", origin));
        cells.addAll(Arrays.asList(ofOrigin));
        cells.addAll(List.of("male", "30", "food-market", "0".repeat(64)));
        return cells;
    }

    private void assertBad(List<String> cells, String column, String value, String expected)
            throws IOException {
        write(HEADER, String.join(",", cells));
        assertThat(ManifestCsv.read(csv).samples()).hasSize(1);
        List<String> bad = new ArrayList<>(cells);
        bad.set(0, "b");
        bad.set(List.of(HEADER.split(",", -1)).indexOf(column), '"' + value + '"');
        write(HEADER, String.join(",", cells), String.join(",", bad));
        assertThatThrownBy(() -> ManifestCsv.read(csv))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(csv + " row 3 column " + column + ": is ")
                .hasMessageContaining(value)
                .hasMessageContaining("expected " + expected);
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(csv.getParent());
        Files.write(csv, List.of(lines));
    }

    @Test
    void theHeaderIsChecked() throws IOException {
        write(HEADER + ",colour");
        assertRefused("row 1 column colour: is unknown; expected one of [id, file, label");
        write(HEADER + ",ID");
        assertRefused("row 1 column id: occurs twice");
        write(HEADER.replace(",label,", ","));
        assertRefused("row 1 column label: is missing; expected [id, file, label");
        write();
        assertRefused("row 1 column id: is missing");
        write(HEADER);
        assertRefused("has a header but no rows");
    }

    @Test
    void rowsMustAgreeWithEachOther() throws IOException {
        String row = String.join(",", cells("still-image", "x", "", "", "", "", "", "", "", ""));
        write(HEADER, row, "", row);
        assertRefused("row 4 column id: is 'a'; expected an id of its own; row 2 has it");
        write(HEADER, row, row.replaceFirst("a,", "b,").replace("mixed", "other"));
        assertRefused("row 3 column source: is 'other'; expected mixed");
        write(HEADER, row + ",more");
        assertRefused("row 2 column 21: is 'more'; expected 20 columns");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> ManifestCsv.read(csv))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(csv.toString())
                .hasMessageContaining(message);
    }

    @Test
    void whatCsvCannotHoldIsNotWritten() throws IOException {
        assertThatThrownBy(() -> ManifestCsv.write(csv, new Manifest("none", List.of(), List.of())))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("none");
        Sample sample = SampleFolder.write(folder).samples().get(0);
        Sample blank =
                new Sample(
                        sample.id(),
                        sample.file(),
                        sample.label(),
                        sample.participant(),
                        sample.recording(),
                        Optional.of(""),
                        sample.category(),
                        sample.source(),
                        sample.origin(),
                        sample.demographics(),
                        sample.rights(),
                        sample.sha256());
        assertThatThrownBy(
                        () ->
                                ManifestCsv.write(
                                        csv, new Manifest("mixed", List.of(blank), List.of())))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("mixed/frame 0 ü: ad is present and empty");
        assertThat(csv).doesNotExist();
    }

    @Test
    void groupsOfOnesOwnAreColumnsBehindTheOthers() throws IOException {
        Manifest manifest = SampleFolder.write(folder.resolve("data"));
        List<Sample> samples = new ArrayList<>(manifest.samples());
        samples.set(1, samples.get(1).withGroups(Groups.NONE.withColumn("country", "D \"E\", é")));
        samples.set(2, samples.get(2).withGroups(Groups.NONE.withColumn("a b", "x")));
        Manifest grouped = new Manifest("mixed", samples, List.of());
        ManifestCsv.write(csv, grouped);
        assertThat(Files.readAllLines(csv).get(0))
                .endsWith("\"sha256\",\"group.a b\",\"group.country\"");
        assertThat(ManifestCsv.read(csv)).isEqualTo(grouped);
    }

    @Test
    void aStrangersTableNeedsNoDigestsAndHasColumnsOfItsOwn() throws IOException {
        Manifest manifest = SampleFolder.write(folder.resolve("data"));
        write(
                "id,file,label,participant,recording,source,origin,location,Group.Country,group.lux",
                "a,pictures/still.png,interested,p,r,mine,still-image,here,DE,unknown",
                "b,pictures/orphan.png,interested,q,s,mine,still-image,here,,300");
        assertThat(ManifestCsv.read(csv).samples())
                .extracting(Sample::sha256, Sample::groups)
                .containsExactly(
                        tuple(
                                manifest.samples().get(1).sha256(),
                                Groups.NONE.withColumn("country", "DE")),
                        tuple(
                                manifest.samples().get(3).sha256(),
                                Groups.NONE.withColumn("lux", "300")));
    }

    @Test
    void anImageThatIsNotThereCannotBeDigested() throws IOException {
        write(
                "id,file,label,participant,recording,source,origin,location",
                "a,gone.png,interested,p,r,mine,still-image,here");
        assertThatThrownBy(() -> ManifestCsv.read(csv))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(csv.resolveSibling("gone.png").toString());
    }

    @Test
    void aColumnThatCouldMeanTwoThingsIsRefused() throws IOException {
        write(HEADER + ",country");
        assertRefused("column country");
        write(HEADER + ",group.gender");
        assertRefused("column group.gender");
        write(HEADER + ",group.");
        assertRefused("column group.");
        write(HEADER + ",group.country,Group. Country");
        assertRefused("column group.country: occurs twice");
    }
}
