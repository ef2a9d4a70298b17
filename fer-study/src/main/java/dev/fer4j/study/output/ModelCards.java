package dev.fer4j.study.output;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.eval.report.card.ModelCard;
import dev.fer4j.eval.report.card.ModelCardMetrics;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The model cards that accompany the model files of a study.
 *
 * @param trainings number of seeds with which each condition was trained
 * @param notes notes in the study's report that also concern users of its models
 */
public record ModelCards(int trainings, List<String> notes) {

    public ModelCards {
        notes = List.copyOf(notes);
    }

    /**
     * Writes the card of a model.
     *
     * @param card the Markdown file to write
     * @param file the model file
     * @param result the result of the training
     * @param composition the data of the training
     */
    public void write(Path card, Path file, CellResult result, Composition composition)
            throws IOException {
        ModelDescription model = ModelFile.describe(file);
        new ModelCard(
                        file.getFileName().toString(),
                        details(model, file, composition),
                        composition.condition().title(),
                        sources(composition),
                        ModelCard.Uses.OF_A_STUDY,
                        Optional.of(model.threshold().toText()),
                        ModelCardMetrics.of(result, model.threshold(), model.labels().positive()),
                        caveats(composition),
                        provenance(file, model))
                .write(card);
    }

    private static Map<String, String> details(
            ModelDescription model, Path file, Composition composition) throws IOException {
        Map<String, String> details = new LinkedHashMap<>();
        int size = model.preprocessing().inputSize();
        details.put("Network", NetworkText.of(model.backbone(), size, file));
        details.put(
                "Input",
                "%s × %s pixels, RGB; %s".formatted(size, size, fit(model.preprocessing().fit())));
        details.put("Output", "the probability of " + model.labels().positive());
        details.put("Labels", labels(model.labels(), composition.samples(Split.TRAIN)));
        details.put("Trained on", names(composition.split().train()));
        details.put("Epoch chosen on", names(composition.split().validate()));
        details.put("Tested on", names(composition.split().test()));
        model.trainedOn().seed().ifPresent(seed -> details.put("Seed", seed.toString()));
        model.trainedOn()
                .bestEpoch()
                .ifPresent(epoch -> details.put("Weights of epoch", epoch.toString()));
        return details;
    }

    private static String fit(ImageFit fit) {
        return switch (fit) {
            case STRETCH -> "images are resized to this without keeping their aspect ratio";
            case LETTERBOX ->
                    "images are resized to this with their aspect ratio; bars of grey fill the"
                            + " rest";
            case CROP -> "the largest square in an image's centre is resized to this";
        };
    }

    /** Describes the meaning of the labels in these data, and their prevalence. */
    private static String labels(LabelNames names, List<Sample> training) {
        long positive =
                training.stream().filter(sample -> sample.label() == Label.POSITIVE).count();
        String meaning =
                names.equals(LabelNames.INTEREST)
                        ? "whether a person said to be interested in the advertisement watched,"
                                + " given per recording"
                        : "as the sources below define them";
        return String.format(
                Locale.ROOT,
                "%s (positive class, %d of %d training images) and %s: %s",
                names.positive(),
                positive,
                training.size(),
                names.negative(),
                meaning);
    }

    private static String names(Set<AdCategory> categories) {
        return categories.stream().map(AdCategory::id).collect(joining(", "));
    }

    private static List<ModelCard.Source> sources(Composition composition) {
        Map<String, List<Sample>> bySource = new TreeMap<>();
        for (Sample sample : composition.samples(Split.TRAIN)) {
            bySource.computeIfAbsent(sample.source(), source -> new ArrayList<>()).add(sample);
        }
        return bySource.entrySet().stream()
                .map(
                        source ->
                                new ModelCard.Source(
                                        source.getKey(),
                                        source.getValue().size(),
                                        (int)
                                                source.getValue().stream()
                                                        .map(Sample::participant)
                                                        .distinct()
                                                        .count(),
                                        terms(source.getValue(), s -> s.rights().license()),
                                        terms(source.getValue(), s -> s.rights().consent())))
                .toList();
    }

    private static List<String> terms(
            List<Sample> samples, Function<Sample, Optional<String>> term) {
        return samples.stream()
                .map(sample -> term.apply(sample).orElse("unknown"))
                .distinct()
                .sorted(naturalOrder())
                .toList();
    }

    private List<String> caveats(Composition composition) {
        List<String> caveats = new ArrayList<>();
        caveats.add(
                trainings == 1
                        ? "Its condition was trained once: another seed could give a different"
                                + " model."
                        : "It is one of "
                                + trainings
                                + " trainings of its condition, which differ in their seed; the"
                                + " report summarizes them.");
        caveats.add(
                "It was tested on the category "
                        + names(composition.split().test())
                        + "; its performance on others is unknown.");
        notes.forEach(note -> caveats.add("The study it comes from: " + note));
        return caveats;
    }

    private static Map<String, String> provenance(Path file, ModelDescription model)
            throws IOException {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("SHA-256 of the file", Sha256.of(file));
        model.trainedOn().notes().forEach(provenance::put);
        provenance.putAll(StudyVersions.all());
        return provenance;
    }
}
