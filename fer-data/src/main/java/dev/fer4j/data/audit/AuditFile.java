package dev.fer4j.data.audit;

import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.internal.SampleCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes audits to files. Unknown traits are absent in JSON and {@code unknown} in CSV. */
public final class AuditFile {

    private static final int VERSION = 1;
    private static final List<String> SIZES = List.of("images", "recordings", "people");

    private record CompositionContent(String format, int version, CompositionAudit audit) {}

    private record QualityContent(String format, int version, QualityAudit audit) {}

    private AuditFile() {}

    /** Writes the audit of a composition as JSON. */
    public static void write(Path file, CompositionAudit audit) throws IOException {
        WholeFile.writeString(
                file,
                Json.pretty(new CompositionContent("fer4j-composition-audit", VERSION, audit)));
    }

    /** Writes the audit of images as JSON. */
    public static void write(Path file, QualityAudit audit) throws IOException {
        WholeFile.writeString(
                file, Json.pretty(new QualityContent("fer4j-quality-audit", VERSION, audit)));
    }

    /**
     * Writes the cells of a composition's audit as CSV, one row each. The numbers of recordings and
     * people cannot be summed over cells, since one of them may be in several cells.
     *
     * @param names display names of the labels
     */
    public static void writeCells(Path file, CompositionAudit audit, LabelNames names)
            throws IOException {
        List<AuditField> fields = audit.fields();
        List<String> columns = new ArrayList<>(List.of("split"));
        fields.forEach(field -> columns.add(field.column()));
        columns.add(columns.indexOf(AuditField.GENDER.column()), "label");
        columns.addAll(SIZES);
        SampleCsv.write(
                file,
                columns,
                audit.cells().stream().map(cell -> row(cell, fields, names)).toList());
    }

    private static Map<String, String> row(
            AuditCell cell, List<AuditField> fields, LabelNames names) {
        Traits traits = cell.traits();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("split", cell.split().id());
        for (AuditField field : fields) {
            row.put(field.column(), field.group(traits).title());
        }
        row.put("label", names.inTables(traits.label()));
        row.put("images", Integer.toString(cell.size().images()));
        row.put("recordings", Integer.toString(cell.size().recordings()));
        row.put("people", Integer.toString(cell.size().people()));
        return row;
    }
}
