package dev.fer4j.core;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of images or recordings of each source that lack a licence or consent (paper, section
 * 8). A blank text counts as missing.
 *
 * @param sources counts by source name, in alphabetical order
 */
public record RightsCheck(Map<String, Counts> sources) {

    /**
     * The counts of one source.
     *
     * @param items all images or recordings
     * @param withoutLicense those whose licence is unknown
     * @param withoutConsent those for which the participant's consent is unknown
     */
    public record Counts(int items, int withoutLicense, int withoutConsent) {

        private static final Counts NONE = new Counts(0, 0, 0);

        /** Whether every item has both. */
        public boolean isComplete() {
            return withoutLicense == 0 && withoutConsent == 0;
        }

        private Counts with(Rights rights) {
            return new Counts(
                    items + 1,
                    withoutLicense + (rights.license().filter(t -> !t.isBlank()).isEmpty() ? 1 : 0),
                    withoutConsent
                            + (rights.consent().filter(t -> !t.isBlank()).isEmpty() ? 1 : 0));
        }
    }

    public RightsCheck {
        sources = ImmutableSortedMap.copyOf(sources);
    }

    /** Counts the samples of manifests; several manifests of one source are counted together. */
    public static RightsCheck of(List<Manifest> manifests) {
        ListMultimap<String, Rights> rights = ArrayListMultimap.create();
        for (Manifest manifest : manifests) {
            manifest.samples().forEach(sample -> rights.put(manifest.source(), sample.rights()));
        }
        return ofRights(Multimaps.asMap(rights));
    }

    /** Counts the given rights of images or recordings, by source name. */
    public static RightsCheck ofRights(Map<String, List<Rights>> rights) {
        Map<String, Counts> sources = new TreeMap<>();
        rights.forEach(
                (source, all) -> {
                    Counts counts = Counts.NONE;
                    for (Rights one : all) {
                        counts = counts.with(one);
                    }
                    sources.put(source, counts);
                });
        return new RightsCheck(sources);
    }

    /** Whether every item of every source has a licence and consent. */
    public boolean isComplete() {
        return sources.values().stream().allMatch(Counts::isComplete);
    }

    /** One problem with counts for each incomplete source. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        sources.forEach(
                (source, counts) -> {
                    if (!counts.isComplete()) {
                        problems.add(problem(source, counts));
                    }
                });
        return List.copyOf(problems);
    }

    private static Problem problem(String source, Counts counts) {
        return new Problem(
                Problem.Kind.NO_RIGHTS,
                "rights of source " + source,
                counts.withoutLicense()
                        + " of "
                        + counts.items()
                        + " have no licence and "
                        + counts.withoutConsent()
                        + " no consent; expected both for each",
                "give the source its Rights, fill in the columns license and consent, or leave the"
                        + " source out");
    }

    /**
     * Requires that every item has a licence and consent.
     *
     * @throws PlanException naming every incomplete source, its counts and the remedy
     */
    public void requireComplete() {
        List<Problem> problems = problems();
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
    }
}
