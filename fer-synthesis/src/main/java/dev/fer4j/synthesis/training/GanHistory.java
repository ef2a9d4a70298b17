package dev.fer4j.synthesis.training;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.fer4j.core.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a training went.
 *
 * @param rows one for each {@link GanPlan#every} images
 */
public record GanHistory(List<Row> rows) {

    /**
     * Means over the steps since the row before.
     *
     * @param images how many real images the discriminator had seen
     * @param generatorLoss the generator's
     * @param discriminatorLoss the discriminator's, without penalties
     * @param r1 the R1 penalty; empty if no step had it
     * @param pathPenalty the path-length penalty; empty likewise
     * @param pathLength the average length, 0 where it is not computed
     * @param realSigns mean sign of logits of real images: near 1 the discriminator knows them by
     *     heart
     * @param augmentation the probability at the end
     * @param kernelDistance of generated from real images, if a network for features was given
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

        /** Checks that nothing is missing. */
        public Row {
            requireNonNull(r1);
            requireNonNull(pathPenalty);
            requireNonNull(kernelDistance);
        }

        private String toCsv() {
            return String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%s,%s,%s,%s,%s",
                    images,
                    generatorLoss,
                    discriminatorLoss,
                    r1.map(String::valueOf).orElse(""),
                    pathPenalty.map(String::valueOf).orElse(""),
                    pathLength,
                    realSigns,
                    augmentation,
                    kernelDistance.map(String::valueOf).orElse(""));
        }
    }

    /** Copies the list. */
    public GanHistory {
        rows = List.copyOf(rows);
    }

    /** As CSV, with a heading. */
    public String toCsv() {
        return rows.stream()
                .map(Row::toCsv)
                .collect(
                        joining(
                                "\n",
                                "images,generator_loss,discriminator_loss,r1,path_penalty,"
                                        + "path_length,real_signs,augmentation,kernel_distance\n",
                                "\n"));
    }

    /**
     * Writes the CSV.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.writeString(file, toCsv());
    }
}
