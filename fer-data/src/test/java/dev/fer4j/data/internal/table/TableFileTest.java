package dev.fer4j.data.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.InputException;
import dev.fer4j.data.testing.XlsxParts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final long MEMORY = 1 << 20;

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("table.xlsx");
    }

    private TableSheet only(String sheetXml) throws IOException {
        return TableFile.read(new XlsxParts().sheet("a", "visible", sheetXml).write(file())).get(0);
    }

    private String cell(String xml) throws IOException {
        return only("<sheetData><row r=\"1\">" + xml + "</row></sheetData>").rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(TableCell::text)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "7.0, 7",
        "7, 7",
        "-0.50, -0.5",
        "1E+9, 1000000000",
        "1.2345678901E10, 12345678901",
        "0.30000000000000004, 0.30000000000000004",
        "1E999999999, 1E999999999",
        "1E-2147483647, 1E-2147483647"
    })
    void numbersAreAsSpreadsheetsShowThem(String written, String shown) throws IOException {
        assertThat(cell("<c><v>" + written + "</v></c>")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "label_x000D_, label",
        "a_x005F_x0041_b, a_x0041_b",
        "_x0041_B, AB",
        "_xD83D__xDE00_, 😀",
        "_x00g1_, _x00g1_",
        "a_xa0, a_xa0"
    })
    void escapesAreDecodedOnce(String written, String meant) throws IOException {
        assertThat(cell("<c t=\"inlineStr\"><is><t>" + written + "</t></is></c>")).isEqualTo(meant);
        assertThat(cell("<c t=\"str\"><v>" + written + "</v></c>")).isEqualTo(meant);
    }

    @Test
    void textsMayHaveRunsAndPronunciations() throws IOException {
        Path file =
                new XlsxParts()
                        .texts(
                                "<si><r><t>not </t></r><r><t xml:space=\"preserve\">interested "
                                        + "</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>")
                        .sheet(
                                "a",
                                "visible",
                                "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"b\"><v>1</v></c>"
                                        + "<c t=\"e\"><v>#N/A</v></c></row></sheetData>")
                        .write(file());
        assertThat(TableFile.read(file).get(0).rows())
                .containsExactly(
                        new TableRow(
                                1,
                                List.of(
                                        new TableCell(0, "not interested"),
                                        new TableCell(1, "true"),
                                        new TableCell(2, "#N/A"))));
    }

    @Test
    void aFormulaWithoutResultIsNotBlank() throws IOException {
        assertThat(cell("<c><f>1+1</f><v/></c>")).isEqualTo(TableSheet.NO_RESULT);
        assertThat(cell("<c><f>1+1</f><v>2</v></c>")).isEqualTo("2");
        assertThat(cell("<c t=\"str\"><f>\"\"</f><v></v></c>")).isEmpty();
    }

    @Test
    void hiddenSheetsAreNamedAndNotRead() throws IOException {
        Path file =
                new XlsxParts()
                        .sheet("old", "hidden", "this is not read <br/>")
                        .sheet("older", "veryHidden", "<sheetData/>")
                        .sheet("now", new String[][] {{"x"}}, "")
                        .write(file());
        assertThat(TableFile.read(file))
                .extracting(TableSheet::name, TableSheet::isHidden)
                .containsExactly(tuple("old", true), tuple("older", true), tuple("now", false));
    }

    @Test
    void strictWorkbooksAreRead() throws IOException {
        Path file =
                new XlsxParts()
                        .strict()
                        .sheet("a", new String[][] {{"x", "=7.0"}}, "")
                        .write(file());
        assertThat(TableFile.read(file).get(0).rows())
                .containsExactly(
                        new TableRow(1, List.of(new TableCell(0, "x"), new TableCell(1, "7"))));
    }

    @Test
    void elementsOfExtensionsAreNotCells() throws IOException {
        assertThat(
                        only("<sheetData><row r=\"1\"><c"
                                        + " r=\"A1\"><v>1</v></c></row></sheetData><e:row"
                                        + " xmlns:e=\"urn:other\"><e:c><e:v>2</e:v></e:c></e:row>")
                                .rows())
                .hasSize(1);
    }

    @Test
    void mergedCellsAreThoseOverSeveralRows() throws IOException {
        assertThat(
                        only("<sheetData/><mergeCells><mergeCell ref=\"C2:D9\"/><mergeCell"
                                        + " ref=\"A1:B1\"/></mergeCells>")
                                .merged())
                .containsExactly(new MergedCells(2, 2, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ2", "XFE1", "A1048577", "A0", "1A", "A9999999999", "Ä1"})
    void cellsOutsideOfExcelsBoundsAreRefused(String address) {
        assertThatThrownBy(() -> cell("<c r=\"" + address + "\"><v>1</v></c>"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("table.xlsx")
                .hasMessageContaining(address);
    }

    @Test
    void theLastCellIsRead() throws IOException {
        assertThat(
                        only("<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
                                        + "</sheetData>")
                                .rows())
                .containsExactly(new TableRow(1 << 20, List.of(new TableCell((1 << 14) - 1, "1"))));
    }

    @Test
    void moreCellsThanMemoryAreRefused() throws IOException {
        String rows =
                "<row><c r=\"XFD1\"><v>1</v></c></row>".repeat(20_000).replace("XFD1", "XFD2");
        Path file =
                new XlsxParts()
                        .sheet("a", "visible", "<sheetData>" + rows + "</sheetData>")
                        .write(file());
        assertThat(TableFile.read(file).get(0).rows()).hasSize(20_000);
        assertRefused(file, MEMORY, "memory");
    }

    @Test
    void moreTextsThanMemoryAreRefused() throws IOException {
        Path file =
                new XlsxParts()
                        .texts("<si><t>a</t></si>".repeat(40_000))
                        .sheet("a", new String[][] {{"x"}}, "")
                        .write(file());
        assertRefused(file, MEMORY, "memory");
    }

    @Test
    void blankCellsTakeNoMemory() throws IOException {
        String rows = "<row><c s=\"1\"/></row>".repeat(100_000);
        Path file =
                new XlsxParts()
                        .sheet("a", "visible", "<sheetData>" + rows + "</sheetData>")
                        .write(file());
        assertThat(TableFile.read(file, MEMORY).get(0).rows()).isEmpty();
    }

    @Test
    void partsThatUnpackToFarMoreThanTheirSizeAreRefused() throws IOException {
        Path file =
                new XlsxParts()
                        .sheet(
                                "a",
                                "visible",
                                ("<a b=\"" + "x".repeat(1 << 19) + "\"/>").repeat(40))
                        .write(file());
        assertThat(Files.size(file)).isLessThan(100_000);
        assertRefused(file, MEMORY, "unpacks to more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!--%s-->", "<a b=\"%s\"/>", "%s", "<![CDATA[%s]]>", "<?a %s?>", "<%s/>"})
    void longPiecesOfXmlAreRefusedBeforeTheyAreKept(String format) throws IOException {
        Path file =
                new XlsxParts()
                        .sheet("a", "visible", format.formatted("x".repeat((1 << 20) + 10)))
                        .write(file());
        assertRefused(file, MEMORY, "");
    }

    @Test
    void namesWithoutEndAreRefused() throws IOException {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            xml.append("<n").append(i).append("/>");
        }
        assertRefused(
                new XlsxParts().sheet("a", "visible", xml.toString()).write(file()),
                MEMORY,
                "names");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damageIsRefusedOrReadButNeverAnotherError(long seed) throws IOException {
        Random random = new Random(seed);
        String xml =
                "<sheetData>"
                        + XlsxParts.rows(new String[] {"file", "label"}, new String[] {"a", "=1"})
                        + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c></row></sheetData>"
                        + "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";
        for (int i = 0; i < 100; i++) {
            StringBuilder damaged = new StringBuilder(xml);
            int at = random.nextInt(xml.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.setCharAt(at, (char) (32 + random.nextInt(96)));
                default -> damaged.insert(at, damaged.charAt(random.nextInt(xml.length())));
            }
            new XlsxParts()
                    .texts("<si><t>x</t></si>")
                    .sheet("a", "visible", damaged.toString())
                    .write(file());
            byte[] bytes = Files.readAllBytes(file());
            if (i % 4 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                Files.write(file(), bytes);
            }
            try {
                assertThat(TableFile.read(file())).hasSizeLessThan(2);
            } catch (InputException e) {
                assertThat(e).hasMessageContaining("table.xlsx");
            }
        }
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Path file =
                new XlsxParts()
                        .sheet("a", "visible", "<a>".repeat(10_000) + "</a>".repeat(10_000))
                        .write(file());
        assertRefused(file, MEMORY, "nested");
    }

    private static void assertRefused(Path file, long memory, String cause) {
        assertThatThrownBy(() -> TableFile.read(file, memory))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("table.xlsx")
                .hasMessageContaining(cause);
    }

    @Test
    void partsMayHaveOtherCaseAndSlashes() throws IOException {
        String main = "xmlns=\"" + XlsxParts.TRANSITIONAL + "\"";
        XlsxParts.zip(
                file(),
                Map.of(
                        "[Content_Types].xml",
                        "<Types/>",
                        "XL\\Workbook.xml",
                        "<workbook %s xmlns:r=\"urn:r\"><sheets><sheet name=\"a\" r:id=\"1\"/></sheets></workbook>"
                                .formatted(main),
                        "xl\\_rels\\workbook.xml.rels",
                        "<Relationships xmlns=\"urn:p\"><Relationship Id=\"1\" Type=\"x/worksheet\""
                                + " Target=\"./Sheet.xml\"/></Relationships>",
                        "xl/sheet.xml",
                        "<worksheet %s><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>"
                                .formatted(main)));
        assertThat(TableFile.read(file()).get(0).rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void partsMayHaveAByteOrderMark(String charset) throws IOException {
        String xml =
                "\ufeff<?xml version=\"1.0\" encoding=\"UTF-%s\"?><worksheet xmlns=\"%s\"><sheetData><row><c t=\"str\"><v>é</v></c></row></sheetData></worksheet>"
                        .formatted(charset.replaceAll("\\D", ""), XlsxParts.TRANSITIONAL);
        new XlsxParts()
                .sheet("a", "visible", "")
                .part("xl/worksheets/s1.xml", xml.getBytes(Charset.forName(charset)))
                .write(file());
        assertThat(TableFile.read(file()).get(0).rows())
                .containsExactly(new TableRow(1, List.of(new TableCell(0, "é"))));
    }

    @Test
    void aPartWithAWrongChecksumIsRefused() throws IOException {
        String xml = "<sheetData>" + XlsxParts.rows(new String[] {"yes"}) + "</sheetData>";
        new XlsxParts().sheet("a", "visible", xml).write(file());
        try (FileSystem zip = FileSystems.newFileSystem(file(), Map.of("noCompression", "true"))) {
            Path part = zip.getPath("xl/worksheets/s1.xml");
            Files.writeString(part, Files.readString(part).replace("yes", "yet"));
        }
        assertThat(TableFile.read(file()).get(0).rows().get(0).text(0)).contains("yet");
        String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
        Files.writeString(file(), bytes.replace(">yet<", ">no!<"), StandardCharsets.ISO_8859_1);
        assertRefused(file(), MEMORY, "is damaged");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        byte[] xml = "<worksheet>é</worksheet>".getBytes(StandardCharsets.ISO_8859_1);
        new XlsxParts().sheet("a", "visible", "").part("xl/worksheets/s1.xml", xml).write(file());
        assertRefused(file(), MEMORY, "not in UTF-8");
    }

    @Test
    void csvIsReadWhateverItsName() throws IOException {
        Files.writeString(file(), "\ufefffile;label\na.png;\u00a0yes\n;\n");
        assertThat(TableFile.read(file()))
                .containsExactly(
                        new TableSheet(
                                "",
                                false,
                                List.of(
                                        new TableRow(
                                                1,
                                                List.of(
                                                        new TableCell(0, "file"),
                                                        new TableCell(1, "label"))),
                                        new TableRow(
                                                2,
                                                List.of(
                                                        new TableCell(0, "a.png"),
                                                        new TableCell(1, "yes")))),
                                List.of()));
    }

    @Test
    void aWorkbookIsReadWhateverItsName() throws IOException {
        Path csv = folder.resolve("table.csv");
        new XlsxParts().sheet("a", new String[][] {{"x"}}, "").write(csv);
        assertThat(TableFile.read(csv)).extracting(TableSheet::name).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE html><table>, web page",
                "` <HTML><body>`, web page",
                "<?xml version=`\"`1.0`\"`?><html>, web page",
                "<?xml?><Workbook>, XML",
                "%PDF-1.4, PDF",
                "$FL2@(#) IBM SPSS STATISTICS, SPSS",
                "version https://git-lfs.github.com/spec/v1, Git LFS",
                "Rar!\u001aX, archive"
            })
    void otherFormatsAreNamed(String content, String name) throws IOException {
        Files.writeString(file(), content);
        assertThatThrownBy(() -> TableFile.read(file()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("table.xlsx: is ")
                .hasMessageContaining(name);
    }

    @Test
    void oldWorkbooksAndPasswordsAreNamed() throws IOException {
        byte[] compound = new byte[200_000];
        System.arraycopy(
                new byte[] {
                    (byte) 0xd0,
                    (byte) 0xcf,
                    0x11,
                    (byte) 0xe0,
                    (byte) 0xa1,
                    (byte) 0xb1,
                    0x1a,
                    (byte) 0xe1
                },
                0,
                compound,
                0,
                8);
        Files.write(file(), compound);
        assertThatThrownBy(() -> TableFile.read(file())).hasMessageContaining(".xls)");

        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        // Across the border between two blocks that are read.
        System.arraycopy(name, 0, compound, (1 << 16) - 10, name.length);
        Files.write(file(), compound);
        assertThatThrownBy(() -> TableFile.read(file())).hasMessageContaining("password");
    }

    @ParameterizedTest
    @CsvSource({
        "content.xml mimetype, OpenDocument",
        "[Content_Types].xml xl/workbook.bin, .xlsb",
        "Index/Document.iwa, Numbers",
        "[Content_Types].xml word/document.xml, Word",
        "labels.csv, zip archive",
        "[Content_Types].xml xl/theme.xml, xl/workbook.xml"
    })
    void otherArchivesAreNamed(String entries, String name) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        for (String entry : entries.split(" ", -1)) {
            parts.put(entry, "<x/>");
        }
        XlsxParts.zip(file(), parts);
        assertThatThrownBy(() -> TableFile.read(file()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(name);
    }

    @Test
    void aTruncatedWorkbookIsRefused() throws IOException {
        new XlsxParts().sheet("a", new String[][] {{"x"}}, "").write(file());
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> TableFile.read(file()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("table.xlsx: is not a readable Excel workbook");
    }
}
