package dev.fer4j.synthesis.training;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes the progress of a StyleGAN2 training: {@code plan.json}, {@code history.csv} and a sheet
 * of {@code samples} for each row.
 *
 * @param folder of this training
 */
public record GanFiles(Path folder, GanPlan plan) implements GanListener {

    /** Creates a listener; the folder need not exist yet. */
    public GanFiles {
        requireNonNull(folder);
        requireNonNull(plan);
    }

    @Override
    public void rowEnded(GanHistory history, RgbImage samples) {
        long images = history.rows().get(history.rows().size() - 1).images();
        try {
            // Not earlier: if the state of another plan is refused, its plan file must stay.
            WholeFile.writeString(folder.resolve("plan.json"), Json.pretty(plan));
            history.write(folder.resolve("history.csv"));
            ImageFiles.writePng(
                    folder.resolve("samples")
                            .resolve(String.format(Locale.ROOT, "%09d.png", images)),
                    samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
