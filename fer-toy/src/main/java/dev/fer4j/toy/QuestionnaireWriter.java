package dev.fer4j.toy;

import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.toy.plan.PlannedRecording;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the questionnaire: one row per participant and advertisement, as in NeuroBioSense. */
final class QuestionnaireWriter {

    private static final List<String> COLUMNS =
            List.of(
                    "SIGNALID",
                    "SUBID",
                    "GENDER",
                    "AGE",
                    "ADDNO",
                    "TIME",
                    "P/N (1-5)",
                    "EMOTIONS (%)",
                    "INTERESTED IN");
    private static final LocalDateTime EPOCH = LocalDateTime.of(2025, 1, 1, 0, 0);

    private final Seed seed;

    QuestionnaireWriter(Seed seed) {
        this.seed = seed.derive("questionnaire");
    }

    /**
     * Writes the file.
     *
     * @param recordings ordered by participant, then advertisement
     */
    void write(Path file, List<PlannedRecording> recordings) throws IOException {
        WholeFile.writeByPath(
                file,
                workbook -> {
                    WholeFile.write(workbook, out -> write(out, recordings));
                    WholeFile.write(workbook, out -> withoutTime(workbook, out));
                });
    }

    private void write(OutputStream out, List<PlannedRecording> recordings) throws IOException {
        try (Workbook workbook = new Workbook(out, "fer4j", "1.0")) {
            fill(workbook.newWorksheet("Sheet1"), recordings);
        }
    }

    private void fill(Worksheet sheet, List<PlannedRecording> recordings) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, COLUMNS.get(column));
        }
        int row = 0;
        int participant = -1;
        String pair = "";
        for (PlannedRecording recording : recordings) {
            String key = recording.participant().number() + "-" + recording.ad();
            if (key.equals(pair)) {
                continue;
            }
            pair = key;
            row++;
            if (recording.participant().number() != participant) {
                participant = recording.participant().number();
                person(sheet, row, recording.participant());
            }
            answers(sheet, row, recording);
        }
    }

    private void person(Worksheet sheet, int row, PlannedRecording.Participant participant) {
        sheet.value(row, 0, "S" + participant.number());
        sheet.value(row, 1, participant.number());
        // Five of 58 participants gave no gender.
        if (seed.derive("gender", participant.number()).generator().nextInt(58) >= 5) {
            boolean woman = participant.identity().gender() == Gender.FEMALE;
            sheet.value(row, 2, woman ? "Female" : "Male");
        }
        sheet.value(row, 3, participant.identity().age());
    }

    private void answers(Worksheet sheet, int row, PlannedRecording recording) {
        RandomGenerator random = seed.derive("row", row).generator();
        boolean yes = recording.label() == Label.INTERESTED;
        long pleasant = Math.round((yes ? 3.6 : 2.4) + random.nextGaussian());
        int share = 50 + 5 * random.nextInt(10);
        sheet.value(row, 4, recording.ad());
        sheet.value(
                row,
                5,
                String.format(Locale.ROOT, "%02d:%02d", 9 + random.nextInt(8), random.nextInt(60)));
        sheet.value(row, 6, (int) Math.max(1, Math.min(5, pleasant)));
        sheet.value(row, 7, recording.emotion() + " " + share + ", N " + (100 - share));
        sheet.value(row, 8, yes ? (random.nextInt(10) == 0 ? "yes" : "Yes") : "No");
    }

    /** Copies the workbook without its creation time, so that its bytes are reproducible. */
    private static void withoutTime(Path workbook, OutputStream out) throws IOException {
        // Not closed: the underlying stream belongs to the caller.
        ZipOutputStream fixed = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipFile entries = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(entries.entries())) {
                byte[] content = entries.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    content =
                            new String(content, StandardCharsets.UTF_8)
                                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", EPOCH + ":00Z")
                                    .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(EPOCH);
                fixed.putNextEntry(same);
                fixed.write(content);
                fixed.closeEntry();
            }
        }
        fixed.finish();
    }
}
