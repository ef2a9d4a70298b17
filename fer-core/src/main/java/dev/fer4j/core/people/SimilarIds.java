package dev.fer4j.core.people;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSortedSet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids that may be different spellings of one person's: they differ only in case, in leading zeros,
 * in a final {@code .0}, in blanks, hyphens and underscores, or in a prefix such as {@code P}, as
 * in {@code 7}, {@code 007}, {@code 7.0}, {@code S07} and {@code sub-07}. If they are one person's,
 * the person may be in several splits, and intervals over people are too narrow. Whether they are,
 * only their owner knows, so they are reported and never merged.
 *
 * <p>Any prefix of letters counts if the bare number is an id too; of two ids with prefixes, only
 * those with usual prefixes of people, such as {@code P}, {@code S} and {@code subject}, are
 * similar: {@code A1} and {@code B1} are not. The part of an id up to its last slash, which names
 * its source, must be the same.
 *
 * @param groups ids that are similar to each other, at least two in each group; groups and ids are
 *     in alphabetical order
 */
public record SimilarIds(List<List<String>> groups) {

    /** The maximum number of groups in a text. */
    private static final int LISTED = 10;

    private static final Pattern FINAL_ZEROS = Pattern.compile("(?<=\\d)[.,]0+$");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_#-]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![\\d.,])0+(?=\\d)");
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}*)[-.]?(\\d+)");

    /** Prefixes that say no more than that a number is a person's. */
    private static final Set<String> OF_PEOPLE =
            Set.of(
                    "child",
                    "id",
                    "nr",
                    "no",
                    "p",
                    "part",
                    "participant",
                    "patient",
                    "person",
                    "pid",
                    "pp",
                    "ppt",
                    "proband",
                    "respondent",
                    "s",
                    "sub",
                    "subid",
                    "subj",
                    "subject",
                    "tn",
                    "teilnehmer",
                    "user",
                    "viewer",
                    "volunteer",
                    "vp");

    public SimilarIds {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * Finds the similar ids among those of some people.
     *
     * @param ids normal ids in any order, with or without repetitions
     */
    public static SimilarIds among(Collection<String> ids) {
        // By everything but the prefix, then by the prefix.
        Map<String, Map<String, List<String>>> byKey = new TreeMap<>();
        for (String id : ImmutableSortedSet.copyOf(ids)) {
            int local = id.lastIndexOf('/') + 1;
            String key = key(id.substring(local));
            Matcher numbered = NUMBERED.matcher(key);
            boolean hasNumber = numbered.matches();
            byKey.computeIfAbsent(
                            id.substring(0, local) + (hasNumber ? numbered.group(2) : key),
                            any -> new TreeMap<>())
                    .computeIfAbsent(
                            hasNumber ? prefix(numbered.group(1)) : "", any -> new ArrayList<>())
                    .add(id);
        }
        List<List<String>> groups = new ArrayList<>();
        for (Map<String, List<String>> byPrefix : byKey.values()) {
            if (byPrefix.values().stream().flatMap(List::stream).anyMatch(SimilarIds::isNumber)) {
                groups.add(byPrefix.values().stream().flatMap(List::stream).sorted().toList());
            } else {
                groups.addAll(byPrefix.values());
            }
        }
        return new SimilarIds(
                groups.stream()
                        .filter(group -> group.size() > 1)
                        .sorted((a, b) -> a.get(0).compareTo(b.get(0)))
                        .toList());
    }

    private static String key(String id) {
        String folded =
                Normalizer.normalize(id, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
        String plain = SEPARATORS.matcher(folded.strip()).replaceAll("-");
        return LEADING_ZEROS.matcher(FINAL_ZEROS.matcher(plain).replaceFirst("")).replaceAll("");
    }

    private static String prefix(String letters) {
        return OF_PEOPLE.contains(letters) ? "" : letters;
    }

    private static boolean isNumber(String id) {
        return key(id.substring(id.lastIndexOf('/') + 1)).chars().allMatch(Character::isDigit);
    }

    /** Whether no two ids are similar. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** A sentence on what was found, without a final period: the first groups and their number. */
    public String cause() {
        return (groups.size() == 1
                        ? "1 group of ids of people may be of one person"
                        : groups.size() + " groups of ids of people may each be of one person")
                + ", since they differ only in case, leading zeros, separators, a prefix or a final"
                + " .0: "
                + groups.stream().limit(LISTED).map(SimilarIds::text).collect(joining("; "))
                + (groups.size() > LISTED ? "; …" : "");
    }

    /** The likely remedy. */
    public static String mend() {
        return "spell the ids of one person alike in all sources, or give different people ids that"
                + " differ in more than that";
    }

    private static String text(List<String> ids) {
        return String.join(", ", ids.subList(0, ids.size() - 1))
                + " and "
                + ids.get(ids.size() - 1);
    }
}
