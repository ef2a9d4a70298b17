package dev.fer4j.study.gather;

import dev.fer4j.augment.Geometric;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Rights;
import dev.fer4j.core.RightsCheck;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.FileNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.people.SimilarIds;
import dev.fer4j.data.composition.HeldOutChoice;
import dev.fer4j.data.composition.HeldOutChoice.Viewer;
import dev.fer4j.data.composition.LeakageKind;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds all problems of a plan before anything is decoded, and reports them together. */
final class PlanCheck {

    /** A generous estimate for the PNG file of one frame. */
    private static final long FRAME_BYTES = 1 << 20;

    /** The assumed number of frames for a rule by which it depends on a recording's length. */
    private static final int GUESSED_FRAMES = 30;

    private PlanCheck() {}

    /**
     * Checks that every split has both classes, including held-out people, that caps and weights
     * are consistent with the sources, that the augmentation is possible at the input size, and
     * that the disk has space for the frames.
     *
     * @param listings the listings of the sources, that of the evaluation source first
     * @param conditions problems of the conditions, to be reported too
     */
    static void check(
            StudySettings settings, List<SourceListing> listings, List<Problem> conditions)
            throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (CategorySplit categories : settings.splits()) {
            for (Split split : List.of(Split.TRAIN, Split.VALIDATE, Split.TEST)) {
                missingClass(categories, split, listings.get(0)).ifPresent(problems::add);
            }
            problems.addAll(HeldOutChoice.of(categories, viewers(listings.get(0))).problems());
        }
        problems.addAll(mix(settings, listings));
        problems.addAll(conditions);
        augmentation(settings.training()).ifPresent(problems::add);
        space(settings, listings).ifPresent(problems::add);
        if (settings.data().strictRights()) {
            problems.addAll(rights(listings).problems());
        }
        if (settings.data().strictPeople()
                && !settings.data().allowedLeaks().containsKey(LeakageKind.SIMILAR_PARTICIPANT)) {
            similarPeople(listings).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
    }

    private static Optional<Problem> space(StudySettings settings, List<SourceListing> listings)
            throws IOException {
        long frames =
                listings.stream().mapToLong(listing -> listing.recordings().size()).sum()
                        * settings.data().sampling().count().orElse(GUESSED_FRAMES);
        long free = Files.getFileStore(settings.folder()).getUsableSpace();
        return frames * FRAME_BYTES <= free
                ? Optional.empty()
                : Optional.of(
                        StudyConditions.setting(
                                settings.folder().toString(),
                                frames
                                        + " frames may need "
                                        + frames * FRAME_BYTES / (1 << 20)
                                        + " MiB, and "
                                        + free / (1 << 20)
                                        + " MiB are free",
                                "free some, or choose a folder on another disk"));
    }

    /** Source names become file names, also on file systems that ignore case. */
    static List<Problem> names(List<SourceListing> listings) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SourceListing listing : listings) {
            String subject = "source " + listing.source();
            if (!seen.add(listing.source().toLowerCase(Locale.ROOT))) {
                problems.add(
                        new Problem(
                                Problem.Kind.DUPLICATE,
                                subject,
                                "has several manifests",
                                "merge them, or give their sources different names"));
            }
            FileNames.problem(listing.source())
                    .ifPresent(
                            cause ->
                                    problems.add(
                                            StudyConditions.setting(
                                                    subject,
                                                    "is also a file name, and " + cause,
                                                    "rename the source")));
        }
        return problems;
    }

    private static List<Problem> mix(StudySettings settings, List<SourceListing> listings) {
        List<String> sources = listings.stream().map(SourceListing::source).toList();
        Set<String> named = new TreeSet<>(settings.mix().caps().keySet());
        named.addAll(settings.mix().weights().keySet());
        named.removeAll(sources);
        return named.stream()
                .map(
                        source ->
                                StudyConditions.setting(
                                        "source " + source,
                                        "has a cap or weight, but this study has only " + sources,
                                        "cap or weight one of these, or add the source"))
                .toList();
    }

    /** Only a crop of fixed size can be too large for an image. */
    private static Optional<Problem> augmentation(TrainingPlan training) {
        int size = training.inputSize();
        return training.augmentation().augmentations().stream()
                .filter(Geometric.FixedCrop.class::isInstance)
                .map(Geometric.FixedCrop.class::cast)
                .filter(crop -> crop.width() > size || crop.height() > size)
                .findFirst()
                .map(
                        crop ->
                                StudyConditions.setting(
                                        "fixed-crop of the augmentation",
                                        String.format(
                                                Locale.ROOT,
                                                "a window of %d × %d pixels does not fit into"
                                                        + " training images of %d × %d",
                                                crop.width(),
                                                crop.height(),
                                                size,
                                                size),
                                        "use a smaller one or a random-crop, or a larger"
                                                + " input"));
    }

    /** Checks what is known about the licences and consents of recordings and stills. */
    static RightsCheck rights(List<SourceListing> listings) {
        Map<String, List<Rights>> rights = new TreeMap<>();
        for (SourceListing listing : listings) {
            rights.put(
                    listing.source(),
                    Stream.concat(
                                    listing.recordings().stream().map(Recording::rights),
                                    listing.stills().stream().map(Still::rights))
                            .toList());
        }
        return RightsCheck.ofRights(rights);
    }

    /** Returns the problem with people whose ids are similar, in one source or in several. */
    static Optional<Problem> similarPeople(List<SourceListing> listings) {
        SimilarIds similar =
                SimilarIds.among(
                        listings.stream()
                                .flatMap(PlanCheck::viewers)
                                .map(Viewer::participant)
                                .toList());
        return similar.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                Problem.Kind.DUPLICATE,
                                "participants",
                                similar.cause(),
                                SimilarIds.mend()));
    }

    private static Stream<Viewer> viewers(SourceListing listing) {
        return Stream.concat(
                listing.recordings().stream()
                        .map(r -> new Viewer(r.participant(), r.category(), r.label())),
                listing.stills().stream()
                        .map(s -> new Viewer(s.participant(), s.category(), s.label())));
    }

    private static Optional<Problem> missingClass(
            CategorySplit categories, Split split, SourceListing listing) {
        Set<AdCategory> wanted = categories.categories(split);
        Set<Label> missing = EnumSet.allOf(Label.class);
        Stream.concat(
                        listing.recordings().stream()
                                .filter(r -> r.category().filter(wanted::contains).isPresent())
                                .map(recording -> recording.label()),
                        listing.stills().stream()
                                .filter(s -> s.category().filter(wanted::contains).isPresent())
                                .map(still -> still.label()))
                .forEach(missing::remove);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                Problem.Kind.TOO_FEW,
                                "split " + split.id() + " (" + wanted + ")",
                                listing.source() + " has no image that is " + missing,
                                listing.problems().isEmpty()
                                        ? "add recordings of that category and label"
                                        : listing.problems().size()
                                                + " files or entries could not be used; the"
                                                + " source's listing names them"));
    }
}
