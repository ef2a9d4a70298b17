package dev.fer4j.study.section;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.data.audit.AuditFile;
import dev.fer4j.data.audit.CompositionAudit;
import dev.fer4j.data.audit.ImageQuality;
import dev.fer4j.data.audit.QualityAudit;
import dev.fer4j.data.audit.QualityLimits;
import dev.fer4j.data.composition.Composition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Audits of the data that went into the study.
 *
 * @param compositions one audit per condition
 * @param quality image quality of all sources
 * @param images quality of each image, by its digest
 */
public record StudyAudits(
        List<CompositionAudit> compositions,
        QualityAudit quality,
        Map<String, ImageQuality> images) {

    public StudyAudits {
        compositions = List.copyOf(compositions);
        images = Map.copyOf(images);
    }

    /** Audits the compositions of one category split and the images of all sources. */
    public static StudyAudits of(
            List<Composition> compositions, List<Manifest> manifests, ProgressListener listener)
            throws IOException {
        Map<String, ImageQuality> images = QualityAudit.measures(manifests, listener);
        return new StudyAudits(
                compositions.stream().map(CompositionAudit::of).toList(),
                QualityAudit.of(manifests, QualityLimits.defaults(), images),
                images);
    }

    /**
     * Writes {@code quality.json}, and for each condition {@code <id>.json} and {@code <id>.csv}.
     */
    public void write(Path folder, LabelNames names) throws IOException {
        for (CompositionAudit audit : compositions) {
            String id = audit.condition().id();
            AuditFile.write(folder.resolve(id + ".json"), audit);
            AuditFile.writeCells(folder.resolve(id + ".csv"), audit, names);
        }
        AuditFile.write(folder.resolve("quality.json"), quality);
    }
}
