package dev.fer4j.data.source;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.source.internal.CategoryNames;
import dev.fer4j.data.source.internal.Folders;
import dev.fer4j.data.source.internal.NeuroBioSenseParts;
import dev.fer4j.data.source.internal.Viewing;
import java.util.List;
import java.util.Optional;

/**
 * Which part of NeuroBioSense the subject of a problem lies in, read off its path.
 *
 * @param category the category that its category folder means; empty if the name fits none
 * @param categoryFolder that folder's name
 * @param participant the participant's number; empty above that level, or if the name is none
 * @param depth 1 for the category folder, 2 participant, 3 ad, 4 emotion, 5 clip
 */
public record NeuroBioSensePlace(
        Optional<AdCategory> category,
        String categoryFolder,
        Optional<String> participant,
        int depth) {

    /**
     * Reads a path.
     *
     * @param subject relative to the source, with {@code /}
     * @return empty if it does not lead below {@code Advertisement Categories}
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
