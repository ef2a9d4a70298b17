package dev.fer4j.data.describe;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The properties that recordings and stills have in common.
 *
 * @param clips number of clips; 0 for a still
 */
record Item(
        Label label,
        String participant,
        Optional<AdCategory> category,
        Demographics demographics,
        int clips) {

    static List<Item> all(SourceListing listing) {
        return Stream.concat(
                        listing.recordings().stream().map(Item::of),
                        listing.stills().stream().map(Item::of))
                .toList();
    }

    private static Item of(Recording recording) {
        return new Item(
                recording.label(),
                recording.participant(),
                recording.category(),
                recording.demographics(),
                recording.clips().size());
    }

    private static Item of(Still still) {
        return new Item(
                still.label(), still.participant(), still.category(), still.demographics(), 0);
    }

    boolean isStill() {
        return clips == 0;
    }
}
