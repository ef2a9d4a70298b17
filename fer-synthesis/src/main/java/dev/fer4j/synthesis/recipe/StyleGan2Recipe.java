package dev.fer4j.synthesis.recipe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import dev.fer4j.core.Manifest;
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
import dev.fer4j.synthesis.projection.ProjectionTarget;
import dev.fer4j.synthesis.projection.Projector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
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

    private static final String TASK = "synthesizing";

    private final Path folder;
    private final ImageGenerator images;
    private final Projector projector;
    private final Settings settings;
    private final FrameFiles files;

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
        this.files = new FrameFiles(this.folder, settings);
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
        Map<String, FinishedFrame> finished = finish(frames.frames(), listener);
        Map<String, Integer> counts = settings.counts().of(frames.frames());
        List<Sample> samples = new ArrayList<>();
        List<Problem> dropped = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Sample frame : frames.frames()) {
            FinishedFrame found = finished.get(frame.id());
            if (found.converged()) {
                for (int i = 0; i < count(counts, frame); i++) {
                    samples.add(files.sample(frame, i));
                    lines.add(files.line(frame, i));
                }
            } else {
                dropped.add(dropped(frame, found.pixelDifference()));
            }
        }
        removeOthers(owned, frames.frames());
        WholeFile.writeString(folder.resolve("synthetic.jsonl"), String.join("\n", lines) + "\n");
        return new Manifest(SOURCE, samples, dropped);
    }

    private int count(Map<String, Integer> counts, Sample frame) {
        return counts.getOrDefault(frame.id(), settings.counts().each());
    }

    private Problem dropped(Sample frame, double difference) {
        return new Problem(
                Problem.Kind.UNUSED,
                frame.id(),
                String.format(
                        Locale.ROOT,
                        "is not projected well: the mean squared pixel difference"
                                + " is %.3f, above %.3f",
                        difference,
                        settings.projection().threshold()),
                "look at "
                        + files.of(frame).resolve("projection.png")
                        + "; train the generator longer, or raise the threshold");
    }

    /**
     * Removes what earlier runs made of recordings that are no longer in the training set or have
     * been erased.
     */
    private void removeOthers(OwnedFolder owned, List<Sample> frames) throws IOException {
        Set<Path> ours = frames.stream().map(files::of).collect(Collectors.toSet());
        Set<Path> finished =
                owned.files().stream()
                        .filter(file -> file.getFileName().toString().equals(FinishedFrame.NAME))
                        .map(Path::getParent)
                        .filter(entry -> folder.equals(entry.getParent()))
                        .collect(Collectors.toCollection(TreeSet::new));
        finished.removeAll(ours);
        for (Path entry : finished) {
            owned.deleteResults(entry)
                    .forEach(file -> LOG.warn("{} is kept: fer4j did not write it", file));
        }
    }

    /** Makes what is missing, group by group; returns the records of all frames by id. */
    private Map<String, FinishedFrame> finish(List<Sample> frames, ProgressListener listener)
            throws IOException {
        Map<String, Integer> counts = settings.counts().of(frames);
        Map<String, FinishedFrame> finished = new HashMap<>();
        int images = 0;
        int dropped = 0;
        for (List<Sample> group : FrameGroups.of(frames, projector.group())) {
            int before = finished.size();
            int last = before + group.size();
            String note = "frames " + (before + 1) + "-" + last + ", step %s of %s";
            int all = settings.projection().steps();
            IntConsumer steps =
                    step ->
                            listener.update(
                                    new Progress(
                                            TASK,
                                            before,
                                            frames.size(),
                                            note.formatted(step, all)));
            for (FinishedFrame frame : finish(group, counts, steps)) {
                finished.put(frame.frame(), frame);
            }
            for (Sample frame : group) {
                boolean converged = finished.get(frame.id()).converged();
                images += converged ? count(counts, frame) : 0;
                dropped += converged ? 0 : 1;
            }
            String made = images + " images, " + dropped + " frames dropped";
            listener.update(new Progress(TASK, last, frames.size(), made));
        }
        return finished;
    }

    /**
     * The records of a group. If one is missing, the whole group is projected, since the last bits
     * of a projection depend on its group; frames that are finished keep their files.
     */
    private List<FinishedFrame> finish(
            List<Sample> group, Map<String, Integer> counts, IntConsumer steps) throws IOException {
        List<Optional<FinishedFrame>> known = new ArrayList<>();
        for (Sample frame : group) {
            int count = count(counts, frame);
            known.add(
                    FinishedFrame.read(files.of(frame), fingerprint(frame, count, group))
                            .filter(before -> !before.converged() || files.areThere(frame, count)));
        }
        if (known.stream().allMatch(Optional::isPresent)) {
            return known.stream().flatMap(Optional::stream).toList();
        }
        List<ProjectionTarget> targets = new ArrayList<>();
        for (Sample frame : group) {
            targets.add(
                    new ProjectionTarget(
                            ImageFiles.read(frame.file()), seed(frame).derive("projection")));
        }
        List<Projection> projections = projector.project(targets, steps);
        List<FinishedFrame> finished = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Sample frame = group.get(i);
            int count = count(counts, frame);
            finished.add(
                    known.get(i).isPresent()
                            ? known.get(i).get()
                            : make(
                                    frame,
                                    projections.get(i),
                                    count,
                                    fingerprint(frame, count, group)));
        }
        return finished;
    }

    private String fingerprint(Sample frame, int count, List<Sample> group) {
        return Sha256.of(
                String.join(
                        "\n",
                        Json.line(settings),
                        frame.id(),
                        frame.sha256(),
                        Integer.toString(count),
                        group.stream()
                                .map(member -> member.id() + "\n" + member.sha256())
                                .collect(Collectors.joining("\n"))));
    }

    private FinishedFrame make(Sample frame, Projection projection, int count, String fingerprint)
            throws IOException {
        if (projection.converged()) {
            try (NDManager scratch = images.generator().average().getManager().newSubManager()) {
                List<RgbImage> variants =
                        images.variants(
                                projection.toArray(scratch),
                                settings.held(),
                                seeds(seed(frame), count));
                for (int i = 0; i < count; i++) {
                    ImageFiles.writePng(files.image(frame, i), variants.get(i));
                }
            }
        }
        ImageFiles.writePng(files.of(frame).resolve("projection.png"), projection.image());
        FinishedFrame finished = FinishedFrame.of(fingerprint, frame.id(), projection);
        // Written last, so that the folder is known to be complete.
        finished.write(files.of(frame));
        return finished;
    }

    /** Does not depend on the frame's group. */
    private Seed seed(Sample frame) {
        return settings.seed().derive(frame.id());
    }

    private static List<Seed> seeds(Seed seed, int count) {
        return LongStream.range(0, count).mapToObj(i -> seed.derive("variant", i)).toList();
    }
}
