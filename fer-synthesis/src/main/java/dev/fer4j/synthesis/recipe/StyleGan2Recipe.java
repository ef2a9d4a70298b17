package dev.fer4j.synthesis.recipe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
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
import dev.fer4j.synthesis.projection.ProjectionGroup;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.projection.ProjectionTarget;
import dev.fer4j.synthesis.projection.Projector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Makes what is missing; returns the records of all frames by id. */
    private Map<String, FinishedFrame> finish(List<Sample> frames, ProgressListener listener)
            throws IOException {
        Map<String, Integer> counts = settings.counts().of(frames);
        RecipeProgress progress = new RecipeProgress(frames.size(), listener);
        Map<String, FinishedFrame> finished = new ConcurrentHashMap<>();
        List<ProjectionGroup> missing = new ArrayList<>();
        for (List<Sample> frameGroup : FrameGroups.of(frames, projector.group())) {
            Group group = new Group(frameGroup, counts, progress, finished);
            if (!group.isKnown()) {
                missing.add(group);
            }
        }
        projector.project(missing);
        return finished;
    }

    /**
     * Frames that are projected together. If one is missing, all are projected, since the last bits
     * of a projection depend on its group; frames that are finished keep their files.
     */
    private final class Group implements ProjectionGroup {

        private final List<Sample> group;
        private final Map<String, Integer> counts;
        private final RecipeProgress progress;
        private final Map<String, FinishedFrame> finished;
        private int steps;

        Group(
                List<Sample> group,
                Map<String, Integer> counts,
                RecipeProgress progress,
                Map<String, FinishedFrame> finished) {
            this.group = group;
            this.counts = counts;
            this.progress = progress;
            this.finished = finished;
        }

        /** Looks for the frames that are finished; true if all are. */
        boolean isKnown() throws IOException {
            for (Sample frame : group) {
                int count = count(counts, frame);
                FinishedFrame.read(files.of(frame), fingerprint(frame, count, group))
                        .filter(before -> !before.converged() || files.areThere(frame, count))
                        .ifPresent(known -> finished.put(frame.id(), known));
            }
            boolean all = group.stream().allMatch(frame -> finished.containsKey(frame.id()));
            if (all) {
                end();
            }
            return all;
        }

        @Override
        public List<ProjectionTarget> targets() throws IOException {
            List<ProjectionTarget> targets = new ArrayList<>();
            for (Sample frame : group) {
                targets.add(
                        new ProjectionTarget(
                                ImageFiles.read(frame.file()), seed(frame).derive("projection")));
            }
            return targets;
        }

        @Override
        public void stepped(int done) {
            progress.stepped(
                    (double) group.size() * (done - steps) / settings.projection().steps());
            steps = done;
        }

        @Override
        public void finished(List<Projection> projections) throws IOException {
            for (int i = 0; i < group.size(); i++) {
                Sample frame = group.get(i);
                if (!finished.containsKey(frame.id())) {
                    int count = count(counts, frame);
                    String fingerprint = fingerprint(frame, count, group);
                    finished.put(frame.id(), make(frame, projections.get(i), count, fingerprint));
                }
            }
            end();
        }

        private void end() {
            for (Sample frame : group) {
                progress.finished(
                        finished.get(frame.id()).converged(),
                        count(counts, frame),
                        (double) steps / settings.projection().steps());
            }
        }
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
