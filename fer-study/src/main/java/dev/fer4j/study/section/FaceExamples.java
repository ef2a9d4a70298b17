package dev.fer4j.study.section;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.section.WorstScored;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.GradCam;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The test images with a model's worst errors, each next to the same image with a Grad-CAM map of
 * the evidence for the wrong prediction. Since they show people, a report includes them only on
 * request, and only for people whose consent is known.
 */
public final class FaceExamples {

    private static final int OF_EACH_LABEL = 3;

    /** Height of an image, in pixels; keeps reports small enough for e-mail. */
    private static final int HEIGHT = 160;

    private static final double ALPHA = 0.7;

    private final Map<String, Sample> samples = new HashMap<>();
    private final DeviceChoice device;
    private final LabelNames names;
    private int withheld;

    /**
     * Creates examples from the images of these manifests; Grad-CAM runs on the device.
     *
     * @param names of the labels
     */
    public FaceExamples(List<Manifest> manifests, DeviceChoice device, LabelNames names) {
        manifests.forEach(manifest -> manifest.samples().forEach(s -> samples.put(s.id(), s)));
        this.device = device;
        this.names = names;
    }

    /** A training with its model file, which may be missing. */
    public record Model(CellResult result, Path file) {}

    /**
     * Creates the section.
     *
     * @param models one model per condition
     * @throws IOException if an image or a model file cannot be read
     */
    public Section section(List<Model> models) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Model model : models) {
            blocks.addAll(of(model));
        }
        List<Block> all = new ArrayList<>();
        all.add(
                new Block.Paragraph(
                        "Test images to which a model gave the wrong label with the highest"
                                + " confidence, the worst of each recording, at most "
                                + OF_EACH_LABEL
                                + " of each label, of the first training and the study's own split."
                                + " On the right is the same image with Grad-CAM's map: from indigo"
                                + " over red to pale yellow where features support the model's"
                                + " wrong prediction. A map does not prove that the model's"
                                + " decision was based on them."));
        if (withheld > 0) {
            all.add(
                    new Block.Warning(
                            withheld
                                    + " images are not shown, since the consent of the people in"
                                    + " them is not known."));
        }
        all.addAll(blocks);
        return new Section("Worst scored", all);
    }

    private List<Block> of(Model model) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        if (Files.isRegularFile(model.file())) {
            try (LoadedModel loaded = ModelFile.read(model.file(), device)) {
                pictures.addAll(pictures(model.result(), Optional.of(GradCam.of(loaded))));
            }
        } else {
            pictures.addAll(pictures(model.result(), Optional.empty()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(model.result().cell().condition().title()));
        blocks.add(
                pictures.isEmpty()
                        ? new Block.Paragraph("There is no image to show.")
                        : new Block.Pictures(pictures));
        return blocks;
    }

    private List<Picture> pictures(CellResult result, Optional<GradCam> gradCam)
            throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (Label label : Label.values()) {
            for (Prediction worst : WorstScored.of(result.test(), label, OF_EACH_LABEL)) {
                Sample sample = samples.get(worst.sample());
                checkArgument(sample != null, "no manifest has the image %s", worst.sample());
                if (sample.rights().consent().filter(text -> !text.isBlank()).isEmpty()) {
                    withheld++;
                    continue;
                }
                pictures.add(
                        picture(
                                "worst-"
                                        + result.cell().condition().id()
                                        + "-"
                                        + (pictures.size() + 1),
                                worst,
                                ImageFiles.read(sample.file()),
                                gradCam));
            }
        }
        return pictures;
    }

    private Picture picture(
            String name, Prediction worst, RgbImage image, Optional<GradCam> gradCam) {
        RgbImage small =
                ImageFiles.resize(
                        image,
                        Math.max(1, Math.round((float) image.width() * HEIGHT / image.height())),
                        HEIGHT);
        Label said = worst.label() == Label.POSITIVE ? Label.NOT_INTERESTED : Label.POSITIVE;
        // The map is computed at full size, then the image is reduced.
        Optional<RgbImage> overlay =
                gradCam.map(cam -> cam.explain(image, said).over(small, ALPHA));
        return Picture.of(
                name,
                "A face that was recorded as "
                        + names.inWords(worst.label())
                        + overlay.map(
                                        o ->
                                                ", and the same face under a heat map of evidence"
                                                        + " for the opposite")
                                .orElse(""),
                String.format(
                        Locale.ROOT,
                        "Recorded as %s; probability of %s %.2f.",
                        names.inWords(worst.label()),
                        names.inWords(Label.POSITIVE),
                        worst.probability()),
                overlay.map(map -> beside(small, map)).orElse(small));
    }

    /** Places two images of the same size side by side. */
    private static RgbImage beside(RgbImage left, RgbImage right) {
        int row = left.width() * 3;
        byte[] rgb = new byte[2 * row * left.height()];
        for (int y = 0; y < left.height(); y++) {
            System.arraycopy(left.rgb(), y * row, rgb, 2 * y * row, row);
            System.arraycopy(right.rgb(), y * row, rgb, (2 * y + 1) * row, row);
        }
        return new RgbImage(2 * left.width(), left.height(), rgb);
    }
}
