package dev.fer4j.synthesis.recipe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.projection.Projection;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.projection.Projector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paper's recipe (section 3) with a self-hosted StyleGAN2: each training frame is projected,
 * its early styles are kept, and the late ones are replaced by those of random latents. Frames
 * whose projection does not converge are dropped and counted.
 *
 * <p>Writes {@code RECORDING/0.png}, … with {@code RECORDING/projection.png} and {@code .json}, and
 * {@code synthetic.jsonl} to its folder, so that {@code DataSource.synthetic} can list it. A frame
 * already finished there with the same weights and settings is not processed again; files of
 * recordings that are not among the frames are removed, since styles and pictures show people.
 */
public final class StyleGan2Recipe implements SyntheticGenerator {

    private static final Logger LOG = LoggerFactory.getLogger(StyleGan2Recipe.class);

    /** The file that marks a recording's folder as a finished one of a recipe. */
    private static final String RECORD = "projection.json";

    private final Path folder;
    private final ImageGenerator images;
    private final Projector projector;
    private final Settings settings;

    /**
     * Everything that the images depend on besides frames and networks.
     *
     * @param generatorName the generator's name in the images' origin; begins with {@code
     *     stylegan2}
     * @param networks digests of the files of the generator and of the feature network
     * @param projection how frames are projected
     * @param held number of styles, from the coarsest, that are kept from the frame
     * @param counts number of images made from each frame
     * @param seed of latents, noise and projection
     */
    public record Settings(
            String generatorName,
            String networks,
            ProjectionPlan projection,
            int held,
            VariantCounts counts,
            Seed seed) {

        public Settings {
            checkArgument(
                    generatorName.startsWith(SOURCE),
                    "generator '%s' does not begin with %s",
                    generatorName,
                    SOURCE);
            requireNonNull(networks);
            requireNonNull(projection);
            requireNonNull(counts);
            requireNonNull(seed);
            checkArgument(held >= 0, "%s styles cannot be kept", held);
        }
    }

    /** The record of a finished frame. */
    private record Finished(
            String fingerprint,
            String frame,
            boolean converged,
            double pixelDifference,
            List<Projection.Point> trajectory,
            List<Double> styles) {}

    /** A line of synthetic.jsonl. */
    private record Line(
            String file,
            String parentRecording,
            Optional<Long> parentFrame,
            String generator,
            long seed) {}

    /**
     * Creates a recipe.
     *
     * @param folder where images are written
     * @param images generates the images
     * @param projector finds the styles of frames, in the same generator
     * @throws IllegalArgumentException if more styles are to be kept than there are
     */
    public StyleGan2Recipe(
            Path folder, ImageGenerator images, Projector projector, Settings settings) {
        this.folder = folder.toAbsolutePath().normalize();
        this.images = requireNonNull(images);
        this.projector = requireNonNull(projector);
        this.settings = requireNonNull(settings);
        int all = images.generator().config().styles();
        checkArgument(
                settings.held() <= all,
                "%s styles are kept, but the generator has %s",
                settings.held(),
                all);
    }

    @Override
    public Manifest generate(TrainingFrames frames, ProgressListener listener) throws IOException {
        OwnedFolder owned = OwnedFolder.results(folder);
        Map<String, Integer> counts = settings.counts().of(frames.frames());
        List<Sample> samples = new ArrayList<>();
        List<Problem> dropped = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        long done = 0;
        for (Sample frame : frames.frames()) {
            int count = counts.getOrDefault(frame.id(), settings.counts().each());
            Finished finished = finished(frame, count);
            if (finished.converged()) {
                for (int i = 0; i < count; i++) {
                    samples.add(sample(frame, i));
                    lines.add(Json.line(line(frame, i)));
                }
            } else {
                dropped.add(
                        new Problem(
                                Problem.Kind.UNUSED,
                                frame.id(),
                                String.format(
                                        Locale.ROOT,
                                        "is not projected well: the mean squared pixel difference"
                                                + " is %.3f, above %.3f",
                                        finished.pixelDifference(),
                                        settings.projection().threshold()),
                                "look at "
                                        + parts(frame).resolve("projection.png")
                                        + "; train the generator longer, or raise the threshold"));
            }
            done++;
            listener.update(
                    new Progress(
                            "synthesizing",
                            done,
                            frames.frames().size(),
                            samples.size() + " images, " + dropped.size() + " frames dropped"));
        }
        removeOthers(owned, frames.frames());
        WholeFile.writeString(folder.resolve("synthetic.jsonl"), String.join("\n", lines) + "\n");
        return new Manifest(SOURCE, samples, dropped);
    }

    /**
     * Removes what earlier runs made of recordings that are no longer in the training set or have
     * been erased.
     */
    private void removeOthers(OwnedFolder owned, List<Sample> frames) throws IOException {
        Set<Path> ours = frames.stream().map(this::parts).collect(Collectors.toSet());
        Set<Path> finished =
                owned.files().stream()
                        .filter(file -> file.getFileName().toString().equals(RECORD))
                        .map(Path::getParent)
                        .filter(entry -> folder.equals(entry.getParent()))
                        .collect(Collectors.toCollection(TreeSet::new));
        finished.removeAll(ours);
        for (Path entry : finished) {
            owned.deleteResults(entry)
                    .forEach(file -> LOG.warn("{} is kept: fer4j did not write it", file));
        }
    }

    private Finished finished(Sample frame, int count) throws IOException {
        Path record = parts(frame).resolve(RECORD);
        String fingerprint =
                Sha256.of(
                        String.join(
                                "\n",
                                Json.line(settings),
                                frame.id(),
                                frame.sha256(),
                                Integer.toString(count)));
        if (Files.isRegularFile(record)) {
            Finished before = Json.read(record, Finished.class);
            if (before.fingerprint().equals(fingerprint) && isThere(frame, before, count)) {
                return before;
            }
        }
        return make(frame, count, fingerprint, record);
    }

    private boolean isThere(Sample frame, Finished before, int count) {
        return !before.converged()
                || IntStream.range(0, count).allMatch(i -> Files.isRegularFile(file(frame, i)));
    }

    private Finished make(Sample frame, int count, String fingerprint, Path record)
            throws IOException {
        RgbImage target = ImageFiles.read(frame.file());
        Seed seed = settings.seed().derive(frame.id());
        Projection projection = projector.project(target, seed.derive("projection"));
        if (projection.converged()) {
            try (NDManager scratch = images.generator().average().getManager().newSubManager()) {
                List<RgbImage> variants =
                        images.variants(
                                projection.toArray(scratch), settings.held(), seeds(seed, count));
                for (int i = 0; i < count; i++) {
                    ImageFiles.writePng(file(frame, i), variants.get(i));
                }
            }
        }
        ImageFiles.writePng(parts(frame).resolve("projection.png"), projection.image());
        Finished finished =
                new Finished(
                        fingerprint,
                        frame.id(),
                        projection.converged(),
                        projection.pixelDifference(),
                        projection.trajectory(),
                        projection.styles());
        // Written last, so that the folder is known to be complete.
        WholeFile.writeString(record, Json.pretty(finished));
        return finished;
    }

    private static List<Seed> seeds(Seed seed, int count) {
        return LongStream.range(0, count).mapToObj(i -> seed.derive("variant", i)).toList();
    }

    private static String name(Sample frame) {
        String plain = frame.recording().replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.equals(frame.recording())
                ? plain
                : plain + "-" + Sha256.of(frame.recording()).substring(0, 8);
    }

    private Path parts(Sample frame) {
        return folder.resolve(name(frame));
    }

    private Path file(Sample frame, int variant) {
        return parts(frame).resolve(variant + ".png");
    }

    private Line line(Sample frame, int variant) {
        return new Line(
                name(frame) + "/" + variant + ".png",
                frame.recording(),
                parentFrame(frame),
                settings.generatorName(),
                settings.seed().value());
    }

    private static Optional<Long> parentFrame(Sample frame) {
        return frame.origin() instanceof Origin.VideoFrame video
                ? Optional.of(video.frameIndex())
                : Optional.empty();
    }

    private Sample sample(Sample frame, int variant) throws IOException {
        Path file = file(frame, variant);
        return new Sample(
                SOURCE + "/" + name(frame) + "/" + variant,
                file,
                frame.label(),
                frame.participant(),
                SOURCE + "/" + frame.recording(),
                frame.ad(),
                frame.category(),
                SOURCE,
                new Origin.Synthetic(
                        frame.recording(),
                        parentFrame(frame),
                        settings.generatorName(),
                        settings.seed().value()),
                frame.demographics(),
                frame.rights(),
                Sha256.of(file),
                frame.groups());
    }
}
