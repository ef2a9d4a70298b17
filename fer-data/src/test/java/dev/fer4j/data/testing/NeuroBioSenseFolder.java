package dev.fer4j.data.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Builds a folder laid out as NeuroBioSense is, with the odd names that are found in it. */
public final class NeuroBioSenseFolder {

    /** The questionnaire's name, spelled as it is found. */
    public static final String QUESTIONNAIRE = "Participant_demographic_questionnaries.xlsx";

    /** The questionnaire's header as it is found. */
    public static final List<Object> HEADER =
            List.of(
                    "SIGNALID",
                    "SUBID",
                    "GENDER",
                    "AGE",
                    "ADDNO",
                    "TIME",
                    "INTERESTED IN",
                    "P/N (1-5)",
                    "EMOTIONS (%)");

    private final Path root;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<Consumer<Worksheet>> merges = new ArrayList<>();

    /** In a folder, which is made when something is put into it. */
    public NeuroBioSenseFolder(Path root) {
        this.root = root;
        rows.add(HEADER);
    }

    /** An empty file as a clip. */
    public NeuroBioSenseFolder clip(String below) throws IOException {
        Path file = path(below);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        return this;
    }

    /** A clip of frames numbered from {@code first}. */
    public NeuroBioSenseFolder video(String below, int first, int frames) throws IOException {
        TestVideo.write(path(below), TestVideo.Coding.MPEG4, first, frames);
        return this;
    }

    /** Where something lies below the folder of the categories. */
    public Path path(String below) {
        return root.resolve("Advertisement Categories").resolve(below);
    }

    /** A row of the questionnaire; blank texts and numbers become empty and numeric cells. */
    public NeuroBioSenseFolder row(
            Object subject, Object gender, Object age, Object ad, Object interested) {
        rows.add(List.of("", subject, gender, age, ad, "00:12", interested, 4, "J 80"));
        return this;
    }

    /** Merges cells of a column into one, whose value is the uppermost's; counted from 0. */
    public NeuroBioSenseFolder merge(int firstRow, int column, int lastRow) {
        merges.add(sheet -> sheet.range(firstRow, column, lastRow, column).merge());
        return this;
    }

    /** Writes the questionnaire as xlsx. */
    public Path write() throws IOException {
        return write(QUESTIONNAIRE);
    }

    /** Writes the questionnaire as xlsx, under another name. */
    public Path write(String name) throws IOException {
        Path file = root.resolve("Participant Data").resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object value = rows.get(r).get(c);
                    if (value instanceof Number number) {
                        sheet.value(r, c, number);
                    } else if (!value.equals("")) {
                        sheet.value(r, c, value.toString());
                    }
                }
            }
            merges.forEach(merge -> merge.accept(sheet));
        }
        return root;
    }
}
