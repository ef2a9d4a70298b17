package dev.fer4j.synthesis.recipe;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a recipe writes beside its images: {@code manifest.jsonl}, in which each image has
 * the label, person, licence and consent of its frame, and {@code sheet.png} for visual inspection.
 */
public final class SynthesisFiles {

    private static final int SHEET_FRAMES = 12;

    private SynthesisFiles() {}

    /**
     * Writes both files.
     *
     * @param folder the recipe's folder
     * @param frames the frames that images were made from
     * @param made the images
     * @param perFrame number of images of each frame on the sheet, beside the frame and its
     *     projection
     */
    public static void write(Path folder, TrainingFrames frames, Manifest made, int perFrame)
            throws IOException {
        ManifestFile.write(folder.resolve("manifest.jsonl"), made, folder);
        List<RgbImage> cells = new ArrayList<>();
        int rows = 0;
        for (Sample frame : frames.frames()) {
            List<Sample> images =
                    made.samples().stream()
                            .filter(
                                    s ->
                                            s.recording()
                                                    .equals(
                                                            SyntheticGenerator.SOURCE
                                                                    + "/"
                                                                    + frame.recording()))
                            .limit(perFrame)
                            .toList();
            if (rows < SHEET_FRAMES && images.size() == perFrame) {
                Path first = images.get(0).file();
                int side = ImageFiles.read(first).width();
                cells.add(ImageFiles.resize(ImageFiles.read(frame.file()), side, side));
                cells.add(ImageFiles.read(first.resolveSibling("projection.png")));
                for (Sample image : images) {
                    cells.add(ImageFiles.read(image.file()));
                }
                rows++;
            }
        }
        if (rows > 0) {
            ImageFiles.writePng(
                    folder.resolve("sheet.png"), ContactSheet.ofOwnSize(cells, perFrame + 2, 0));
        }
    }
}
