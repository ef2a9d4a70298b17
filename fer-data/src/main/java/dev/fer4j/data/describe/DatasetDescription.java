package dev.fer4j.data.describe;

import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.data.source.SourceListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The contents of a source, before anything is decoded.
 *
 * @param source the source's name
 * @param clips number of video files of these recordings
 * @param stills number of labelled image files
 * @param participants number of distinct people
 * @param categories contents by category id; items of unknown category come last
 * @param labels numbers of recordings and stills by label
 * @param peopleByGender numbers of people by {@code female}, {@code male}, {@code other} or {@code
 *     unknown}
 * @param problems numbers of problems by kind
 */
public record DatasetDescription(
        String source,
        int recordings,
        int clips,
        int stills,
        int participants,
        List<CategoryDescription> categories,
        Map<Label, Integer> labels,
        Map<String, Integer> peopleByGender,
        Map<Problem.Kind, Integer> problems) {

    public DatasetDescription {
        categories = List.copyOf(categories);
        labels = ImmutableSortedMap.copyOf(labels);
        peopleByGender = ImmutableSortedMap.copyOf(peopleByGender);
        problems = ImmutableSortedMap.copyOf(problems);
    }

    /** Describes a listing. */
    public static DatasetDescription of(SourceListing listing) {
        List<Item> items = Item.all(listing);
        CategoryDescription all = describe(Optional.empty(), items);
        return new DatasetDescription(
                listing.source(),
                all.recordings(),
                all.clips(),
                all.stills(),
                all.participants(),
                categories(items),
                count(items.stream().map(Item::label).toList()),
                count(genders(items)),
                count(listing.problems().stream().map(Problem::kind).toList()));
    }

    /** Formats the description as a few lines of text, with a final line break. */
    public String toText() {
        return DescriptionText.of(this);
    }

    private static List<CategoryDescription> categories(List<Item> items) {
        // '~' sorts behind every letter, so the unknown category comes last.
        Map<String, List<Item>> byCategory =
                items.stream()
                        .collect(
                                groupingBy(
                                        item -> item.category().map(AdCategory::id).orElse("~"),
                                        TreeMap::new,
                                        Collectors.toList()));
        return byCategory.values().stream()
                .map(some -> describe(some.get(0).category(), some))
                .toList();
    }

    private static CategoryDescription describe(Optional<AdCategory> category, List<Item> items) {
        int stills = (int) items.stream().filter(Item::isStill).count();
        int interested =
                (int) items.stream().filter(item -> item.label() == Label.INTERESTED).count();
        return new CategoryDescription(
                category,
                items.size() - stills,
                items.stream().mapToInt(Item::clips).sum(),
                stills,
                (int) items.stream().map(Item::participant).distinct().count(),
                interested,
                items.isEmpty()
                        ? Optional.empty()
                        : Optional.of((double) interested / items.size()));
    }

    /** One gender for each person, taken from the person's first item. */
    private static List<String> genders(List<Item> items) {
        Map<String, String> byPerson = new LinkedHashMap<>();
        for (Item item : items) {
            byPerson.putIfAbsent(
                    item.participant(),
                    item.demographics()
                            .gender()
                            .map(gender -> gender.name().toLowerCase(Locale.ROOT))
                            .orElse("unknown"));
        }
        return List.copyOf(byPerson.values());
    }

    private static <T extends Comparable<? super T>> Map<T, Integer> count(List<T> values) {
        Map<T, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }
}
