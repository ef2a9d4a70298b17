package dev.fer4j.study.section;

import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Provenance;
import dev.fer4j.core.Sample;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.study.gather.StudyData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report's sections on data and provenance, for which evaluation lacks information. */
public final class DataSections {

    private static final int LISTED_PROBLEMS = 50;

    private DataSections() {}

    /** Returns the section on data: sources, Table 1, exclusions, and the leakage statement. */
    public static Section data(StudyData data, List<Composition> compositions, List<String> notes) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(data.sources().description()));
        notes.forEach(note -> blocks.add(new Block.Warning(note)));
        blocks.add(
                new Block.TableBlock(
                        Table1.forConsole(
                                compositions,
                                data.settings().report().paperNumbers(),
                                data.settings().labelNames())));
        blocks.add(new Block.TableBlock(sourceTable(data)));
        blocks.add(new Block.TableBlock(leakage(compositions)));
        problems(data.manifests(), compositions)
                .ifPresent(table -> blocks.add(new Block.TableBlock(table)));
        return new Section("Data", blocks);
    }

    /** Returns the section on provenance: versions and settings. */
    public static Section provenance(Provenance provenance) {
        return new Section(
                "Provenance",
                List.of(
                        new Block.TableBlock(pairs("Settings", provenance.configuration())),
                        new Block.TableBlock(pairs("Versions", provenance.versions())),
                        new Block.Paragraph(
                                "Digests (SHA-256) of all inputs and outputs are in"
                                        + " provenance.json.")));
    }

    private static Table sourceTable(StudyData data) {
        List<List<String>> rows = new ArrayList<>();
        for (Manifest manifest : data.manifests()) {
            List<Sample> samples = manifest.samples();
            long positive = samples.stream().mapToLong(s -> s.label().asTarget()).sum();
            rows.add(
                    List.of(
                            manifest.source(),
                            Integer.toString(samples.size()),
                            Long.toString(positive),
                            Long.toString(
                                    samples.stream().map(Sample::recording).distinct().count()),
                            Long.toString(
                                    samples.stream().map(Sample::participant).distinct().count()),
                            Long.toString(
                                    manifest.quarantined().stream()
                                            .filter(problem -> !problem.kind().isOfUsedItem())
                                            .count()),
                            licences(samples)));
        }
        return new Table(
                "Sources",
                List.of(
                        Column.left("Source"),
                        Column.right("Images"),
                        Column.right(data.settings().labelNames().atStart(Label.POSITIVE)),
                        Column.right("Recordings or series"),
                        Column.right("People"),
                        Column.right("Not used"),
                        Column.left("Licence")),
                rows,
                "A synthetic image counts towards the person from whose frame it was made.");
    }

    private static Table leakage(List<Composition> compositions) {
        boolean severalSplits =
                compositions.stream().map(Composition::split).distinct().count() > 1;
        return new Table(
                "Leakage between splits",
                List.of(Column.left("Condition"), Column.left("What was compared")),
                compositions.stream()
                        .filter(c -> !c.condition().isControl())
                        .map(
                                c ->
                                        List.of(
                                                c.condition().title()
                                                        + (severalSplits
                                                                ? ", "
                                                                        + c.split()
                                                                                .id()
                                                                                .replace("_", ", ")
                                                                : ""),
                                                c.leakage().statement()))
                        .toList(),
                "Composition stops with a list of pairs if it finds any. A control condition has no"
                        + " images other than those of its condition.");
    }

    private static String licences(List<Sample> samples) {
        return samples.stream()
                .map(sample -> sample.rights().license().orElse("unknown"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Optional<Table> problems(
            List<Manifest> manifests, List<Composition> compositions) {
        Map<Problem, String> where = new LinkedHashMap<>();
        manifests.forEach(
                manifest ->
                        manifest.quarantined()
                                .forEach(problem -> where.put(problem, manifest.source())));
        compositions.forEach(
                composition ->
                        composition
                                .leftOut()
                                .forEach(
                                        problem ->
                                                where.put(
                                                        problem, composition.condition().title())));
        if (where.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows =
                where.entrySet().stream()
                        .limit(LISTED_PROBLEMS)
                        .map(
                                entry ->
                                        List.of(
                                                entry.getValue(),
                                                entry.getKey().kind().name(),
                                                entry.getKey().subject(),
                                                entry.getKey().cause()))
                        .toList();
        String more =
                (where.keySet().stream().anyMatch(problem -> problem.kind().isOfUsedItem())
                                ? "Items of the kinds DAMAGED and CONTRADICTION are used. "
                                : "")
                        + (where.size() > LISTED_PROBLEMS
                                ? where.size()
                                        + " in all; the rest is in the manifests and"
                                        + " compositions."
                                : "");
        return Optional.of(
                new Table(
                        "Found and not used",
                        Stream.of("Where", "Kind", "What", "Why").map(Column::left).toList(),
                        rows,
                        more));
    }

    private static Table pairs(String title, Map<String, String> pairs) {
        return new Table(
                title,
                List.of(Column.left("What"), Column.left("Value")),
                pairs.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList(),
                "");
    }
}
