package dev.fer4j.data.manifest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.RightsCheck;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.internal.SampleColumns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The responsible-AI properties (Croissant RAI vocabulary) that manifests provide: those that their
 * format defines, and counts. Properties unknown to manifests, such as when and by whom data was
 * collected, are omitted.
 */
final class CroissantRai {

    private final List<Manifest> manifests;
    private final List<Sample> samples;
    private final Map<String, Split> splits;
    private final LabelNames names;

    private CroissantRai(List<Manifest> manifests, Map<String, Split> splits, LabelNames names) {
        this.manifests = manifests;
        this.samples = manifests.stream().flatMap(m -> m.samples().stream()).toList();
        this.splits = splits;
        this.names = names;
    }

    static void put(
            ObjectNode dataset,
            List<Manifest> manifests,
            Map<String, Split> splits,
            LabelNames names) {
        CroissantRai rai = new CroissantRai(manifests, splits, names);
        dataset.put("rai:dataCollection", rai.collection());
        dataset.put("rai:dataCollectionMissingData", rai.missing());
        dataset.put("rai:dataAnnotationProtocol", rai.annotation());
        dataset.put("rai:dataBiases", rai.biases());
        dataset.put("rai:personalSensitiveInformation", rai.personal());
        dataset.put("rai:dataUseCases", rai.useCases());
        dataset.put("rai:dataLimitations", rai.limitations());
    }

    private String collection() {
        return "Images by source and origin, listed, checked and digested by fer4j: "
                + manifests.stream().map(CroissantRai::source).collect(joining("; "))
                + ". See the source for how it was recorded.";
    }

    private static String source(Manifest manifest) {
        Map<String, Long> origins =
                manifest.samples().stream()
                        .collect(groupingBy(s -> origin(s.origin()), TreeMap::new, counting()));
        return manifest.source() + " (" + (origins.isEmpty() ? "no image" : counts(origins)) + ")";
    }

    private static String origin(Origin origin) {
        if (origin instanceof Origin.VideoFrame) {
            return "frames of recordings";
        }
        return origin instanceof Origin.Synthetic ? "synthetic images" : "stills";
    }

    private String missing() {
        long quarantined = manifests.stream().mapToLong(Manifest::notUsed).sum();
        return ("Parts of the sources that could not be used are not in the "
                        + "table; problems found while listing and checking them: %s. "
                        + "Of %s images, the advertisement's category is unknown for "
                        + "%s, gender for %s and age for %s. An empty cell is an "
                        + "unknown value.")
                .formatted(
                        quarantined,
                        samples.size(),
                        count(s -> s.category().isEmpty()),
                        count(s -> s.demographics().gender().isEmpty()),
                        count(s -> s.demographics().age().isEmpty()));
    }

    private String annotation() {
        return "The label says "
                + (names.equals(LabelNames.INTEREST)
                        ? "whether the person is interested in the advertisement being watched"
                        : "which of " + names.positive() + " and " + names.negative() + " it is")
                + ". It is given per recording or series, not per image, so all images of one"
                + " share it. See the source for who assigned it, and how.";
    }

    private String biases() {
        Map<String, Long> genders =
                samples.stream()
                        .collect(groupingBy(CroissantRai::gender, TreeMap::new, counting()));
        return count(s -> s.label() == Label.POSITIVE)
                + " of "
                + samples.size()
                + " images are labelled "
                + names.inWords(Label.POSITIVE)
                + ". Images by gender: "
                + (genders.isEmpty() ? "none" : counts(genders))
                + ". Other properties of the participants, and how they were chosen, are not"
                + " recorded in the table.";
    }

    private static String gender(Sample sample) {
        return sample.demographics()
                .gender()
                .map(gender -> gender.name().toLowerCase(Locale.ROOT))
                .orElse("unknown");
    }

    private String personal() {
        Set<String> groups = SampleColumns.groups(samples);
        RightsCheck rights = RightsCheck.of(manifests);
        return ("The images belong to participants (number: %s) and may show "
                        + "their faces; synthetic images are made from images of "
                        + "participants. The table holds participant ids and, where "
                        + "known, %s. Licence is unknown for %s and consent for %s of "
                        + "%s images.")
                .formatted(
                        distinct(Sample::participant),
                        groups.isEmpty()
                                ? "gender and age"
                                : "gender, age and what groups they are in: "
                                        + String.join(", ", groups),
                        rights.sources().values().stream()
                                .mapToInt(RightsCheck.Counts::withoutLicense)
                                .sum(),
                        rights.sources().values().stream()
                                .mapToInt(RightsCheck.Counts::withoutConsent)
                                .sum(),
                        samples.size());
    }

    private String useCases() {
        String use =
                "Studies of facial-expression recognition: training, validating and testing"
                        + " classifiers of "
                        + (names.equals(LabelNames.INTEREST)
                                ? "interest in an advertisement"
                                : names.positive() + " and " + names.negative())
                        + " on people and content not seen in training.";
        if (splits.isEmpty()) {
            return use + " No split is given.";
        }
        Map<String, Long> uses =
                samples.stream().collect(groupingBy(this::split, TreeMap::new, counting()));
        return use + " Images by split: " + counts(uses) + ".";
    }

    private String split(Sample sample) {
        Split split = splits.get(sample.id());
        return split == null ? "none" : split.id();
    }

    private String limitations() {
        return ("Images of one recording and of one participant are not "
                        + "independent (images %s, recordings or series %s, "
                        + "participants %s). Resample by participant, and keep a "
                        + "participant and the synthetic images made from them in one "
                        + "split.")
                .formatted(
                        samples.size(), distinct(Sample::recording), distinct(Sample::participant));
    }

    private long count(Predicate<Sample> property) {
        return samples.stream().filter(property).count();
    }

    private long distinct(Function<Sample, String> property) {
        return samples.stream().map(property).distinct().count();
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(joining(", "));
    }
}
