package dev.fer4j.study.section;

import static java.util.stream.Collectors.joining;

import dev.fer4j.data.audit.ImageQuality;
import dev.fer4j.data.audit.QualityAudit;
import dev.fer4j.data.audit.QualityExample;
import dev.fer4j.data.audit.QualityFlag;
import dev.fer4j.data.audit.QualityMeasure;
import dev.fer4j.data.audit.Quartiles;
import dev.fer4j.data.audit.SourceQuality;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report's tables of image quality. */
final class QualityTables {

    /** Maximum number of examples in a row. */
    private static final int SHOWN = 2;

    private QualityTables() {}

    /** Returns flags and measures by source, and examples if anything is flagged. */
    static List<Table> of(QualityAudit audit) {
        List<Table> tables = new ArrayList<>(List.of(flags(audit), measures(audit)));
        if (audit.sources().stream().anyMatch(source -> source.flagged() > 0)) {
            tables.add(examples(audit));
        }
        return tables;
    }

    private static Table flags(QualityAudit audit) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Source"));
        columns.add(Column.right("Images"));
        columns.add(Column.right("Any flag"));
        for (QualityFlag flag : QualityFlag.values()) {
            columns.add(Column.right(name(flag)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (SourceQuality source : audit.sources()) {
            List<String> row = new ArrayList<>();
            row.add(source.source());
            row.add(Integer.toString(source.images()));
            row.add(Integer.toString(source.flagged()));
            for (QualityFlag flag : QualityFlag.values()) {
                row.add(Integer.toString(source.flags().get(flag)));
            }
            rows.add(row);
        }
        return new Table(
                "Images with quality flags, by source",
                columns,
                rows,
                "An image may have several flags, and stays in the study nevertheless. The limits"
                        + " are rules of thumb tuned on drawn faces; they and examples are in"
                        + " audit/quality.json.");
    }

    private static Table measures(QualityAudit audit) {
        List<List<String>> rows = new ArrayList<>();
        for (SourceQuality source : audit.sources()) {
            List<String> row = new ArrayList<>();
            row.add(source.source());
            for (QualityMeasure measure : QualityMeasure.values()) {
                Quartiles quartiles = source.quartiles().get(measure);
                row.add(quartiles == null ? "–" : text(measure, quartiles));
            }
            rows.add(row);
        }
        return new Table(
                "Measures of image quality: lower quartile · median · upper quartile",
                List.of(
                        Column.left("Source"),
                        Column.right("Shorter side (px)"),
                        Column.right("Luma"),
                        Column.right("Contrast"),
                        Column.right("Sharpness"),
                        Column.right("Chroma"),
                        Column.right("Aspect ratio")),
                rows,
                ("Luma is brightness from 0 to 255, contrast its standard "
                                + "deviation, sharpness the share of fine detail in it "
                                + "(variance of the Laplacian over variance of luma), chroma "
                                + "how colourful an image is, all at %s × %s pixels. The "
                                + "aspect ratio is the longer side over the shorter; "
                                + "elongated images are stretched to the network's square "
                                + "unless --fit says otherwise. A model "
                                + "can tell sources that differ much here apart without "
                                + "looking at the face.")
                        .formatted(ImageQuality.SIDE, ImageQuality.SIDE));
    }

    private static String text(QualityMeasure measure, Quartiles quartiles) {
        String format =
                switch (measure) {
                    case SHORTER_SIDE -> "%.0f · %.0f · %.0f";
                    case SHARPNESS -> "%.3f · %.3f · %.3f";
                    case ASPECT_RATIO -> "%.2f · %.2f · %.2f";
                    case LUMA, CONTRAST, CHROMA -> "%.1f · %.1f · %.1f";
                };
        return String.format(
                Locale.ROOT, format, quartiles.lower(), quartiles.median(), quartiles.upper());
    }

    private static Table examples(QualityAudit audit) {
        List<List<String>> rows = new ArrayList<>();
        audit.examples()
                .forEach(
                        (flag, examples) -> {
                            if (!examples.isEmpty()) {
                                rows.add(
                                        List.of(
                                                name(flag),
                                                examples.stream()
                                                        .limit(SHOWN)
                                                        .map(QualityExample::sample)
                                                        .collect(joining(", "))));
                            }
                        });
        return new Table(
                "Images to look at first",
                List.of(Column.left("Flag"), Column.left("Samples")),
                rows,
                "The worst recordings and their worst images; more are in audit/quality.json.");
    }

    private static String name(QualityFlag flag) {
        return flag.name().charAt(0) + flag.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
