package dev.fer4j.eval.report.card;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.eval.report.format.MarkdownReport;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model card, which tells users what they need to know about a model (M. Mitchell et al., "Model
 * cards for model reporting", FAT* 2019): the network, its training data and labels, intended and
 * out-of-scope uses, performance overall and by group, and provenance. It consists of plain values,
 * so any trainer can create one.
 *
 * @param name of the model; not blank
 * @param details the details of the network and its training, by name, in order
 * @param condition the title of the training condition, for example {@code Baseline + YouTube}
 * @param sources the sources of the training images
 * @param uses intended and out-of-scope uses
 * @param threshold the smallest probability at which the positive class is predicted, and how it
 *     was chosen; empty if none was
 * @param metrics tables of its performance; {@link ModelCardMetrics} makes them
 * @param caveats further caveats
 * @param provenance versions, settings and digests, by name, in order
 */
public record ModelCard(
        String name,
        Map<String, String> details,
        String condition,
        List<Source> sources,
        Uses uses,
        Optional<String> threshold,
        List<Table> metrics,
        List<String> caveats,
        Map<String, String> provenance) {

    /**
     * A source of training images.
     *
     * @param name of the source
     * @param images number of its training images
     * @param people number of people in them
     * @param licences under which it may be used; empty if unknown
     * @param consents what the people consented to; empty if unknown
     */
    public record Source(
            String name, int images, int people, List<String> licences, List<String> consents) {

        public Source {
            requireNonNull(name);
            checkArgument(images >= 0 && people >= 0, "source %s has negative counts", name);
            licences = List.copyOf(licences);
            consents = List.copyOf(consents);
        }

        private List<String> cells() {
            return List.of(
                    name,
                    Integer.toString(images),
                    Integer.toString(people),
                    licences.isEmpty() ? "unknown" : String.join("; ", licences),
                    consents.isEmpty() ? "unknown" : String.join("; ", consents));
        }
    }

    /**
     * What a model may be used for.
     *
     * @param intended uses, at least one
     * @param outOfScope uses that are not supported, at least one
     */
    public record Uses(List<String> intended, List<String> outOfScope) {

        /** The uses of any model of a study. */
        public static final Uses OF_A_STUDY =
                new Uses(
                        List.of(
                                "Research on whether added training images make facial-expression"
                                        + " models generalize to content and people that they have"
                                        + " not seen.",
                                "Reproducing the study that it comes from."),
                        List.of(
                                "Decisions about individuals, in hiring, education, credit, health,"
                                        + " security or elsewhere.",
                                "Surveillance of people without their knowledge and consent.",
                                "Inferring what a person feels or thinks: labels are what was"
                                        + " recorded for the data, not inner states.",
                                "People, cameras and occasions unlike those of its data."));

        public Uses {
            intended = List.copyOf(intended);
            outOfScope = List.copyOf(outOfScope);
            checkArgument(
                    !intended.isEmpty() && !outOfScope.isEmpty(),
                    "a model card must state what a model is intended for, and what it is not"
                            + " intended for");
        }
    }

    public ModelCard {
        checkArgument(!name.isBlank(), "a model card needs the model's name");
        details = ImmutableMap.copyOf(details);
        requireNonNull(condition);
        sources = List.copyOf(sources);
        requireNonNull(uses);
        requireNonNull(threshold);
        metrics = List.copyOf(metrics);
        caveats = List.copyOf(caveats);
        provenance = ImmutableMap.copyOf(provenance);
    }

    /** The card as a report, which can be written in any report format. */
    public Report toReport() {
        List<Section> sections = new ArrayList<>();
        sections.add(section("Model", new Block.TableBlock(pairs("Model", details))));
        sections.add(section("Trained on", new Block.TableBlock(sourceTable())));
        sections.add(
                section(
                        "Uses",
                        new Block.Heading("Intended"),
                        new Block.Points(uses.intended()),
                        new Block.Heading("Out of scope"),
                        new Block.Points(uses.outOfScope())));
        List<Block> measured = new ArrayList<>();
        measured.add(
                new Block.Paragraph(
                        threshold
                                .map(text -> "Threshold: " + text + ".")
                                .orElse(
                                        "No threshold was chosen: the model gives probabilities; to"
                                            + " turn them into labels, choose a threshold on data"
                                            + " of your own.")));
        metrics.forEach(table -> measured.add(new Block.TableBlock(table)));
        sections.add(new Section("Performance", measured));
        if (!caveats.isEmpty()) {
            sections.add(section("Caveats", new Block.Points(caveats)));
        }
        if (!provenance.isEmpty()) {
            sections.add(
                    section("Provenance", new Block.TableBlock(pairs("Provenance", provenance))));
        }
        return new Report("Model card: " + name, condition, sections);
    }

    private static Section section(String title, Block... blocks) {
        return new Section(title, List.of(blocks));
    }

    private Table sourceTable() {
        return new Table(
                "Training images by source",
                List.of(
                        Column.left("Source"),
                        Column.right("Images"),
                        Column.right("People"),
                        Column.left("Licence"),
                        Column.left("Consent")),
                sources.stream().map(Source::cells).toList(),
                "A synthetic image counts towards the person from whose frame it was made.");
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

    public String toMarkdown() {
        return MarkdownReport.text(toReport());
    }

    /**
     * Writes it as Markdown, for example as {@code MODEL_CARD.md} next to the model.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.writeString(file, toMarkdown());
    }
}
