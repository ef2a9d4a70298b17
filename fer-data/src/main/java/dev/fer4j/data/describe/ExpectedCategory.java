package dev.fer4j.data.describe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.fer4j.core.AdCategory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The expected contents of a data set for one advertisement category. Empty values are not
 * compared.
 *
 * @param recordings number of recordings, at least 0
 * @param participants number of distinct people, at least 0
 * @param images number of frames and stills, at least 0
 * @param prevalence share of recordings and stills with the positive label, 0 to 1
 * @param ids the participants' ids, used to name missing ones; may be empty
 */
public record ExpectedCategory(
        AdCategory category,
        Optional<Integer> recordings,
        Optional<Integer> participants,
        Optional<Integer> images,
        Optional<Double> prevalence,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> ids) {

    public ExpectedCategory {
        requireNonNull(category, "category is missing");
        checkCount(category, "recordings", recordings);
        checkCount(category, "participants", participants);
        checkCount(category, "images", images);
        double share = prevalence.orElse(0.0);
        checkArgument(share >= 0 && share <= 1, "%s: prevalence %s is not 0 to 1", category, share);
        ids = List.copyOf(ids);
        checkArgument(new HashSet<>(ids).size() == ids.size(), "%s: ids %s repeat", category, ids);
        checkArgument(
                ids.isEmpty() || participants.orElse(ids.size()) == ids.size(),
                "%s: %s ids of %s participants",
                category,
                ids.size(),
                participants.orElse(0));
    }

    private static void checkCount(AdCategory category, String what, Optional<Integer> count) {
        checkArgument(
                count.orElse(0) >= 0, "%s: %s %s %s", category, count.orElse(0), what, "expected");
    }

    /**
     * The number of images per recording, if the expected number of images is a multiple of the
     * expected number of recordings.
     */
    Optional<Integer> framesPerRecording() {
        return recordings
                .filter(count -> count > 0)
                .flatMap(count -> images.filter(all -> all % count == 0).map(all -> all / count));
    }
}
