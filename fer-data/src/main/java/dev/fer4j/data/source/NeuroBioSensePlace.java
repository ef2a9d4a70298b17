package dev.fer4j.data.source;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.source.internal.CategoryNames;
import dev.fer4j.data.source.internal.Folders;
import dev.fer4j.data.source.internal.NeuroBioSenseParts;
import dev.fer4j.data.source.internal.Viewing;
import java.util.List;
import java.util.Optional;

/**
 * The part of NeuroBioSense that the subject of a problem belongs to, derived from its path.
 *
 * @param category the category of its category folder; empty if the name matches none
 * @param categoryFolder that folder's name
 * @param participant the participant's number; empty above that level, or if the name is not a
 *     number
 * @param depth 1 for a category folder, 2 for a participant, 3 for an ad, 4 for an emotion, 5 for a
 *     clip
 */
public record NeuroBioSensePlace(
        Optional<AdCategory> category,
        String categoryFolder,
        Optional<String> participant,
        int depth) {

    /**
     * Parses a path.
     *
     * @param subject path relative to the source, with {@code /}
     * @return empty if the path is not below {@code Advertisement Categories}
     */
    public static Optional<NeuroBioSensePlace> of(String subject) {
        List<String> parts = List.of(subject.split("/"));
        for (int i = 0; i < parts.size() - 1; i++) {
            if (Folders.letters(parts.get(i)).equals(NeuroBioSenseParts.CATEGORIES)) {
                List<String> below = parts.subList(i + 1, parts.size());
                return Optional.of(
                        new NeuroBioSensePlace(
                                CategoryNames.find(below.get(0)),
                                below.get(0),
                                below.size() > 1
                                        ? Viewing.participant(below.get(1))
                                        : Optional.empty(),
                                below.size()));
            }
        }
        return Optional.empty();
    }
}
