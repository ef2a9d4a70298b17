package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import dev.fer4j.data.testing.XlsxParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels in workbooks as people keep them. */
class WorkbookLabelsTest {

    private static final String[] HEADER = {"file", "label", "person"};

    private static final String[][] ROWS = {
        HEADER, {"a/1.png", "yes", "=7"}, {"a/2.png", "no", "=7"}, {"b/1.png", "no", "=8"}
    };

    private static final String[][] OPPOSITE = {
        HEADER, {"a/1.png", "no", "=7"}, {"a/2.png", "yes", "=7"}, {"b/1.png", "yes", "=8"}
    };

    @TempDir Path folder;

    private SourceListing list(XlsxParts workbook) throws IOException {
        return list(workbook, "labels.xlsx");
    }

    private SourceListing list(XlsxParts workbook, String name) throws IOException {
        for (String image : List.of("a/1.png", "a/2.png", "b/1.png")) {
            Files.createDirectories(folder.resolve(image).getParent());
            Files.write(folder.resolve(image), new byte[0]);
        }
        workbook.write(folder.resolve(name));
        return DataSource.stills(folder).list();
    }

    private static void assertRows(SourceListing listing) {
        assertThat(listing.stills())
                .extracting(Still::id, Still::label, Still::participant)
                .containsExactly(
                        tuple("youtube/a/1", Label.INTERESTED, "youtube/7"),
                        tuple("youtube/a/2", Label.NOT_INTERESTED, "youtube/7"),
                        tuple("youtube/b/1", Label.NOT_INTERESTED, "youtube/8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden"})
    void aHiddenSheetIsNamedAndNotRead(String state) throws IOException {
        SourceListing listing =
                list(
                        new XlsxParts()
                                .sheet(
                                        "old",
                                        state,
                                        "<sheetData>" + XlsxParts.rows(OPPOSITE) + "</sheetData>")
                                .sheet("now", ROWS, ""));
        assertRows(listing);
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.UNUSED, "labels.xlsx sheet 'old'"));
    }

    @Test
    void onlyHiddenSheetsAreNoLabels() {
        assertThatThrownBy(
                        () ->
                                list(
                                        new XlsxParts()
                                                .sheet(
                                                        "old",
                                                        "hidden",
                                                        "<sheetData>"
                                                                + XlsxParts.rows(ROWS)
                                                                + "</sheetData>")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("only hidden sheets, which are not read: 'old'");
    }

    @Test
    void visibleSheetsWithTheSameColumnsAreOneTable() throws IOException {
        SourceListing listing =
                list(
                        new XlsxParts()
                                .sheet("s1", new String[][] {HEADER, ROWS[1], ROWS[2]}, "")
                                .sheet(
                                        "s2",
                                        new String[][] {
                                            {"Session 2"},
                                            {"Person", "Label", "File", "remarks"},
                                            {"=8", "no", "b/1.png", "late"},
                                            {"=8", "perhaps", "b/2.png"}
                                        },
                                        "")
                                .sheet("about", new String[][] {{"by the laboratory"}}, "")
                                .sheet("Sheet3", new String[][] {{}}, ""));
        assertRows(listing);
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNUSED, "labels.xlsx sheet 'about'"),
                        tuple(Kind.UNUSED, "labels.xlsx"),
                        tuple(Kind.MISSING, "labels.xlsx line 4 of sheet 's2'"),
                        tuple(Kind.UNKNOWN_LABEL, "labels.xlsx line 4 of sheet 's2'"));
    }

    @Test
    void sheetsThatContradictEachOtherLeaveNothing() throws IOException {
        SourceListing listing =
                list(new XlsxParts().sheet("one", ROWS, "").sheet("two", OPPOSITE, ""));
        assertThat(listing.stills()).isEmpty();
        assertThat(listing.problems())
                .hasSize(6)
                .allMatch(problem -> problem.kind() == Kind.DUPLICATE)
                .anyMatch(problem -> problem.subject().equals("labels.xlsx line 2 of sheet 'two'"));
    }

    @Test
    void sheetsWithDifferentColumnsAreRefusedByName() {
        assertThatThrownBy(
                        () ->
                                list(
                                        new XlsxParts()
                                                .sheet("one", ROWS, "")
                                                .sheet(
                                                        "two",
                                                        new String[][] {
                                                            {"file", "label"}, {"b/1.png", "no"}
                                                        },
                                                        "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'one' with file, label, person; 'two' with file, label");
    }

    @Test
    void aPersonMergedOverRowsIsThePersonOfEachRow() throws IOException {
        SourceListing listing =
                list(
                        new XlsxParts()
                                .sheet(
                                        "a",
                                        new String[][] {
                                            {"file", "label", "person", "gender"},
                                            {"a/1.png", "yes", "=7", "F"},
                                            {"a/2.png", "no"},
                                            {"b/1.png", "no", "=8"}
                                        },
                                        "<mergeCells><mergeCell ref=\"C2:C3\"/><mergeCell"
                                                + " ref=\"D2:E3\"/></mergeCells>"));
        assertRows(listing);
        assertThat(listing.stills())
                .extracting(still -> still.demographics().gender().isPresent())
                .containsExactly(true, true, false);
    }

    @Test
    void aLabelMergedOverRowsIsThatOfTheFirst() throws IOException {
        SourceListing listing =
                list(
                        new XlsxParts()
                                .sheet(
                                        "a",
                                        new String[][] {
                                            HEADER,
                                            {"a/1.png", "yes", "=7"},
                                            {"a/2.png", "", "=7"},
                                            {"b/1.png", "no", "=8"}
                                        },
                                        "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"));
        assertThat(listing.stills())
                .extracting(Still::id)
                .containsExactly("youtube/a/1", "youtube/b/1");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.NO_LABEL, "labels.xlsx line 3"));
    }

    @Test
    void aHeaderMayBeMergedOverTwoRows() throws IOException {
        assertRows(
                list(
                        new XlsxParts()
                                .sheet(
                                        "a",
                                        new String[][] {
                                            {"file", "answers"},
                                            {"", "label", "person"},
                                            ROWS[1],
                                            ROWS[2],
                                            ROWS[3]
                                        },
                                        "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell"
                                                + " ref=\"B1:C1\"/></mergeCells>")));
    }

    @Test
    void aPersonWithoutAResultIsRefused() {
        assertThatThrownBy(
                        () ->
                                list(
                                        new XlsxParts()
                                                .sheet(
                                                        "a",
                                                        "visible",
                                                        "<sheetData>"
                                                                + XlsxParts.rows(HEADER)
                                                                + "<row r=\"2\"><c r=\"A2\""
                                                                + " t=\"str\"><v>a/1.png</v></c><c"
                                                                + " r=\"C2\"><f>B2+1</f></c></row>"
                                                                + "</sheetData>")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 2")
                .hasMessageContaining("person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"labels.XLSX", "Labels.xlsx", "LABELS.CSV", "labels.xlsm", "labels.ods"})
    void theNameOfTheFileMayHaveAnyCase(String name) throws IOException {
        assertRows(list(new XlsxParts().sheet("a", ROWS, ""), name));
        assertThat(StillFolder.isOne(folder)).isTrue();
    }

    @Test
    void twoNamesThatDifferInCaseAreRefused() throws IOException {
        Files.writeString(folder.resolve("Labels.csv"), "file,label\n");
        assertThatThrownBy(() -> list(new XlsxParts().sheet("a", ROWS, ""), "labels.CSV"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Labels.csv")
                .hasMessageContaining("labels.CSV")
                .hasMessageContaining("keep one");
    }

    @Test
    void aTableInAnotherFormatIsRefusedOrNamed() throws IOException {
        byte[] old = {
            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
        };
        Files.write(folder.resolve("Labels.XLS"), old);
        assertThat(StillFolder.isOne(folder)).isTrue();
        assertThatThrownBy(() -> DataSource.stills(folder).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Labels.XLS: is a workbook in Excel's old format");
        SourceListing listing = list(new XlsxParts().sheet("a", ROWS, ""));
        assertRows(listing);
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.UNUSED, "Labels.XLS"));

        Path lab = folder.resolve("lab");
        NeuroBioSenseFolder data = new NeuroBioSenseFolder(lab);
        data.clip("Food_and_Market_Subfolder/7/A01/J/1.mp4").row(7, "", "", 1, "Yes").write();
        Path questionnaire =
                lab.resolve("Participant Data").resolve(NeuroBioSenseFolder.QUESTIONNAIRE);
        Path xls = questionnaire.resolveSibling("Questionnaire.xls");
        Files.write(xls, old);
        assertThat(DataSource.neuroBioSense(lab).list().problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.UNUSED, "Participant Data/Questionnaire.xls"));
        Files.delete(questionnaire);
        assertThatThrownBy(() -> DataSource.neuroBioSense(lab).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Questionnaire.xls: is a workbook in Excel's old format");
    }

    @Test
    void aQuestionnaireMayHaveASheetForEachSession() throws IOException {
        NeuroBioSenseFolder data = new NeuroBioSenseFolder(folder);
        for (String clip : List.of("7/A01", "7/A02", "8/A01", "8/A02")) {
            data.clip("Food_and_Market_Subfolder/" + clip + "/J/1.mp4");
        }
        Path questionnaire = data.write().resolve("Participant Data/Questionnaire.XLSX");
        Files.delete(questionnaire.resolveSibling(NeuroBioSenseFolder.QUESTIONNAIRE));
        String[] header = {"SUBID", "GENDER", "AGE", "ADDNO", "INTERESTED IN"};
        new XlsxParts()
                .sheet(
                        "first",
                        new String[][] {
                            header, {"=7.0", "m", "=30", "=1", "Yes"}, {"", "", "", "=2", "No"}
                        },
                        "")
                .sheet(
                        "second",
                        new String[][] {
                            header, {"", "", "", "=1", "No"}, {"=8", "f", "=31", "=2", "maybe"}
                        },
                        "")
                .write(questionnaire);

        SourceListing listing = DataSource.neuroBioSense(folder).list();

        assertThat(listing.recordings())
                .extracting(Recording::id, Recording::label)
                .containsExactly(
                        tuple("7-A01-J", Label.INTERESTED), tuple("7-A02-J", Label.NOT_INTERESTED));
        assertThat(listing.problems())
                .extracting(Problem::kind)
                .containsExactlyInAnyOrder(Kind.UNUSED, Kind.NO_LABEL, Kind.UNKNOWN_LABEL);
        assertThat(listing.problems())
                .anyMatch(
                        problem ->
                                problem.subject()
                                        .equals("Questionnaire.XLSX row 2 of sheet 'second'"))
                .anyMatch(problem -> problem.cause().contains("row 3 of sheet 'second'"));
    }
}
