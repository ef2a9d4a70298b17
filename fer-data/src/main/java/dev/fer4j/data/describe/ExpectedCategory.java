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
 * What a data set should hold of one advertisement category. What is empty is not compared.
 *
 * @param recordings recordings, at least 0
 * @param participants different people, at least 0
 * @param images frames and stills, at least 0
 * @param prevalence share of recordings and stills with the positive label, 0 to 1
 * @param ids the participants' ids, so that missing ones can be named; may be empty
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
     * Images of a recording, if the expected images are the same whole number of frames of each
     * expected recording.
     */
    Optional<Integer> framesPerRecording() {
        return recordings
                .filter(count -> count > 0)
                .flatMap(count -> images.filter(all -> all % count == 0).map(all -> all / count));
    }
}
