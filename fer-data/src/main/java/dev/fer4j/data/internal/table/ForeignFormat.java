package dev.fer4j.data.internal.table;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Formats other than .xlsx and CSV that stand in for a table, and what to do about each. */
enum ForeignFormat {
    OLD_EXCEL("is a workbook in Excel's old format (.xls)", ForeignFormat.SAVE_AS),
    PASSWORD("is a workbook protected by a password", "save it without the password"),
    BINARY_EXCEL("is a workbook in Excel's binary format (.xlsb)", ForeignFormat.SAVE_AS),
    OPEN_DOCUMENT("is an OpenDocument spreadsheet (.ods)", ForeignFormat.SAVE_AS),
    NUMBERS("is a document of Apple's Numbers", "export it as .xlsx, or as CSV in UTF-8"),
    WORD("is a Word document", "copy its table to a spreadsheet and save that as .xlsx"),
    ARCHIVE("is a zip archive, not an Excel workbook (.xlsx)", "unpack it"),
    WEB_PAGE(
            "is a web page (HTML)",
            "if it shows the table, open it in a spreadsheet program and save it as .xlsx;"
                    + " otherwise download the file again"),
    XML("is an XML file", ForeignFormat.SAVE_AS),
    PDF("is a PDF", "give the table itself, as .xlsx or as CSV in UTF-8"),
    SPSS("is a data file of SPSS (.sav)", "export it as CSV in UTF-8"),
    COMPRESSED("is a compressed archive", "unpack it"),
    LFS_POINTER(
            "is a pointer of Git LFS, not the file itself", "fetch the file with: git lfs pull");

    private static final String SAVE_AS =
            "open it in a spreadsheet program and save it as .xlsx, or as CSV in UTF-8";

    /** The compound files of Office before 2007, which also wrap encrypted workbooks. */
    private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final List<String> HTML =
            List.of("<!doctype html", "<html", "<head", "<body", "<table", "<meta");

    private static final List<String> ARCHIVES =
            List.of("\u001f\u008b", "7z\u00bc\u00af'\u001c", "Rar!\u001a", "\u00fd7zXZ");

    private static final int CHUNK = 1 << 16;

    private final String cause;
    private final String mend;

    ForeignFormat(String cause, String mend) {
        this.cause = cause;
        this.mend = mend;
    }

    InputException refusal(Path file) {
        return new InputException(
                Problem.Kind.UNREADABLE, file, cause + "; expected .xlsx or CSV", mend);
    }

    /** The format of a file that is not a zip archive; empty if it may be CSV. */
    static Optional<ForeignFormat> of(Path file, FileStart start) throws IOException {
        String text = start.text();
        if (start.is(COMPOUND)) {
            return Optional.of(contains(file, ENCRYPTED) ? PASSWORD : OLD_EXCEL);
        }
        if (HTML.stream().anyMatch(text::startsWith)) {
            return Optional.of(WEB_PAGE);
        }
        if (text.startsWith("<?xml") || text.startsWith("<workbook")) {
            return Optional.of(text.contains("<html") ? WEB_PAGE : XML);
        }
        if (start.is("%PDF")) {
            return Optional.of(PDF);
        }
        if (start.is("$FL2") || start.is("$FL3")) {
            return Optional.of(SPSS);
        }
        if (text.startsWith("version https://git-lfs")) {
            return Optional.of(LFS_POINTER);
        }
        return ARCHIVES.stream().anyMatch(start::is) ? Optional.of(COMPRESSED) : Optional.empty();
    }

    /**
     * The format of a zip archive; empty if it may be an Excel workbook.
     *
     * @param names the names of its entries, in lower case
     */
    static Optional<ForeignFormat> ofArchive(Set<String> names) {
        if (names.contains("xl/workbook.bin")) {
            return Optional.of(BINARY_EXCEL);
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            return Optional.of(OPEN_DOCUMENT);
        }
        if (names.contains("index.zip") || names.contains("index/document.iwa")) {
            return Optional.of(NUMBERS);
        }
        if (names.contains("word/document.xml")) {
            return Optional.of(WORD);
        }
        return names.contains("[content_types].xml") || names.contains("_rels/.rels")
                ? Optional.empty()
                : Optional.of(ARCHIVE);
    }

    /** Whether a file contains the bytes anywhere. */
    private static boolean contains(Path file, byte[] wanted) throws IOException {
        String search = new String(wanted, StandardCharsets.ISO_8859_1);
        String overlap = "";
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] chunk = in.readNBytes(CHUNK);
                    chunk.length > 0;
                    chunk = in.readNBytes(CHUNK)) {
                String text = overlap + new String(chunk, StandardCharsets.ISO_8859_1);
                if (text.contains(search)) {
                    return true;
                }
                overlap = text.substring(Math.max(0, text.length() - search.length()));
            }
        }
        return false;
    }
}
