package dev.fer4j.synthesis.training;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.io.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The history of a training.
 *
 * @param rows one for each {@link GanPlan#every} images
 */
public record GanHistory(List<Row> rows) {

    private static final List<String> HEADER =
            List.of(
                    "images",
                    "generator_loss",
                    "discriminator_loss",
                    "r1",
                    "path_penalty",
                    "path_length",
                    "real_signs",
                    "augmentation",
                    "kernel_distance");

    /**
     * Means over the steps since the previous row.
     *
     * @param images number of real images that the discriminator had seen
     * @param discriminatorLoss the discriminator's loss, without penalties
     * @param r1 the R1 penalty; empty if no step had it
     * @param pathPenalty the path-length penalty; empty if no step had it
     * @param pathLength the average path length; 0 if it is not computed
     * @param realSigns mean sign of the logits of real images; near 1, the discriminator has
     *     memorized them
     * @param augmentation the probability at the end
     * @param kernelDistance between generated and real images, if a feature network was given
     */
    public record Row(
            long images,
            double generatorLoss,
            double discriminatorLoss,
            Optional<Double> r1,
            Optional<Double> pathPenalty,
            double pathLength,
            double realSigns,
            double augmentation,
            Optional<Double> kernelDistance) {

        public Row {
            requireNonNull(r1);
            requireNonNull(pathPenalty);
            requireNonNull(kernelDistance);
        }

        private List<String> cells() {
            return Stream.of(
                            images,
                            generatorLoss,
                            discriminatorLoss,
                            orBlank(r1),
                            orBlank(pathPenalty),
                            pathLength,
                            realSigns,
                            augmentation,
                            orBlank(kernelDistance))
                    .map(Object::toString)
                    .toList();
        }

        private static String orBlank(Optional<Double> value) {
            return value.map(Object::toString).orElse("");
        }
    }

    public GanHistory {
        rows = List.copyOf(rows);
    }

    /**
     * Writes the rows as CSV, with a header.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        CsvRows.write(file, HEADER, rows.stream().map(Row::cells));
    }
}
