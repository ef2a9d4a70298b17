package dev.fer4j.cli.command;

import com.google.common.collect.Lists;
import com.google.common.collect.Multimaps;
import dev.fer4j.cli.output.PredictedRow;
import dev.fer4j.cli.output.SampledFiles;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.source.ImageTree;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.model.GroupPrediction;
import dev.fer4j.train.model.ImagePrediction;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.model.SamplePrediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Predictions for the images given to {@code fer predict}, and the files left out. */
final class PredictedImages {

    private static final int AT_ONCE = 16;

    /**
     * The prediction for an image.
     *
     * @param participant known only for images of a manifest
     */
    private record Predicted(
            String id,
            String recording,
            Optional<String> participant,
            ImagePrediction prediction) {}

    private final List<Predicted> images = new ArrayList<>();
    private final List<Problem> leftOut = new ArrayList<>();

    /**
     * Predicts an image file, a folder with everything in it, or a manifest.
     *
     * @throws InputException if a file or manifest, or an image of a manifest, cannot be read
     */
    void add(Predictor predictor, Path input, ProgressListener progress) throws IOException {
        if (Files.isDirectory(input)) {
            addFolder(predictor, input, progress);
        } else if (input.toString().endsWith(".jsonl")) {
            addManifest(predictor, ManifestFile.read(input), progress);
        } else {
            add(input, predictor.predict(ImageFiles.read(input)));
        }
    }

    private void addManifest(Predictor predictor, Manifest manifest, ProgressListener progress) {
        int size = predictor.description().preprocessing().inputSize();
        ImageSource source =
                ImageSource.of(
                        Optional.empty(),
                        size,
                        predictor.description().preprocessing().fit(),
                        progress);
        for (SamplePrediction one : predictor.predict(manifest.samples(), source, progress).all()) {
            Sample sample = one.sample();
            images.add(
                    new Predicted(
                            sample.id(),
                            sample.recording(),
                            Optional.of(sample.participant()),
                            one.prediction()));
        }
    }

    private void addFolder(Predictor predictor, Path folder, ProgressListener progress)
            throws IOException {
        ImageTree tree = ImageTree.of(folder);
        List<Path> files = new ArrayList<>();
        for (Path file : tree.images()) {
            if (file.getFileName().toString().equals(SampledFiles.SHEET)) {
                leaveOut(Problem.Kind.UNUSED, file, "is the contact sheet of fer sample");
            } else {
                files.add(file);
            }
        }
        leftOut.addAll(tree.problems());
        long done = 0;
        for (List<Path> part : Lists.partition(files, AT_ONCE)) {
            List<Path> readable = new ArrayList<>();
            List<RgbImage> pixels = new ArrayList<>();
            for (Path file : part) {
                try {
                    pixels.add(ImageFiles.read(file));
                    readable.add(file);
                } catch (InputException e) {
                    leaveOut(Problem.Kind.UNREADABLE, file, e.getMessage());
                }
            }
            List<ImagePrediction> predictions = predictor.predict(pixels);
            for (int i = 0; i < readable.size(); i++) {
                add(readable.get(i), predictions.get(i));
            }
            done += part.size();
            progress.update(new Progress("predicting " + folder, done, files.size(), ""));
        }
    }

    private void leaveOut(Problem.Kind kind, Path file, String cause) {
        String subject = file.toString();
        String prefix = subject + ": ";
        leftOut.add(
                new Problem(
                        kind,
                        subject,
                        cause.startsWith(prefix) ? cause.substring(prefix.length()) : cause,
                        ""));
    }

    private void add(Path file, ImagePrediction prediction) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        images.add(new Predicted(file.toString(), folder.toString(), Optional.empty(), prediction));
    }

    /** The number of files and samples found. */
    int found() {
        return images.size() + leftOut.size();
    }

    /** Files in folders that were not predicted, with reasons. */
    List<Problem> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Whether the participant of every image is known. */
    boolean knowsParticipants() {
        return images.stream().allMatch(image -> image.participant().isPresent());
    }

    /** One row per unit, in order of first occurrence. */
    List<PredictedRow> rows(
            PredictCommand.Unit unit, AggregationRule rule, ModelDescription description) {
        LabelNames names = description.labels();
        Threshold threshold = description.threshold();
        return switch (unit) {
            case IMAGE ->
                    images.stream()
                            .map(image -> PredictedRow.of(image.id(), image.prediction(), names))
                            .toList();
            case RECORDING ->
                    recordings(images, rule, threshold).stream()
                            .map(recording -> PredictedRow.of(recording, names))
                            .toList();
            case PARTICIPANT ->
                    by(image -> image.participant().orElseThrow(), images).entrySet().stream()
                            .map(
                                    person ->
                                            GroupPrediction.ofRecordings(
                                                    person.getKey(),
                                                    recordings(person.getValue(), rule, threshold),
                                                    rule,
                                                    threshold))
                            .map(person -> PredictedRow.of(person, names))
                            .toList();
        };
    }

    private static List<GroupPrediction> recordings(
            List<Predicted> images, AggregationRule rule, Threshold threshold) {
        by(Predicted::recording, images).forEach(PredictedImages::requireOnePerson);
        return by(Predicted::recording, images).entrySet().stream()
                .map(
                        recording ->
                                GroupPrediction.ofImages(
                                        recording.getKey(),
                                        recording.getValue().stream()
                                                .map(Predicted::prediction)
                                                .toList(),
                                        rule,
                                        threshold))
                .toList();
    }

    /** Manifests of different sources may use the same ids. */
    private static void requireOnePerson(String recording, List<Predicted> images) {
        List<String> people =
                images.stream().flatMap(image -> image.participant().stream()).distinct().toList();
        if (people.size() > 1) {
            throw new InputException(
                    Problem.Kind.DUPLICATE,
                    "recording " + recording,
                    "is of participants " + String.join(" and ", people) + " in the manifests",
                    "predict the manifests separately");
        }
    }

    private static Map<String, List<Predicted>> by(
            Function<Predicted, String> key, List<Predicted> images) {
        return Multimaps.asMap(Multimaps.index(images, key::apply));
    }
}
