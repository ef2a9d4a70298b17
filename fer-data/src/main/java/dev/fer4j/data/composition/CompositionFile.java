package dev.fer4j.data.composition;

import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A composition as JSON: its design, counts, leakage statement and sample ids. Those of held-out
 * people are included, under {@code SEEN}, only if people are held out. If images have copies in
 * the training list, {@code trainingPlaces} gives the number of occurrences of each image, in the
 * order of the training split's ids.
 */
public final class CompositionFile {

    private static final String FORMAT = "fer4j-composition";
    private static final int VERSION = 2;

    private record Content(
            String format,
            int version,
            Condition condition,
            CategorySplit split,
            CompositionCounts counts,
            String leakage,
            LeakageReport leakageReport,
            List<Problem> leftOut,
            Map<Split, List<String>> samples,
            Optional<List<Integer>> trainingPlaces) {}

    private CompositionFile() {}

    /** Writes a composition. Samples are identified by their ids in the manifests. */
    public static void write(Path file, Composition composition) throws IOException {
        Map<Split, List<String>> ids = new EnumMap<>(Split.class);
        for (Split split : composition.split().uses()) {
            ids.put(split, composition.samples(split).stream().map(Sample::id).toList());
        }
        WholeFile.writeString(
                file,
                Json.pretty(
                        new Content(
                                FORMAT,
                                VERSION,
                                composition.condition(),
                                composition.split(),
                                composition.counts(),
                                composition.leakage().statement(),
                                composition.leakage(),
                                composition.leftOut(),
                                ids,
                                places(composition.training()))));
    }

    private static Optional<List<Integer>> places(TrainingSet training) {
        List<Integer> places = training.places();
        return places.size() == training.items().size() ? Optional.empty() : Optional.of(places);
    }
}
