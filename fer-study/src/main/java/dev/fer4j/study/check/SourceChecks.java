package dev.fer4j.study.check;

import dev.fer4j.core.Label;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.probe.ImageStatistics;
import dev.fer4j.eval.probe.ProbeImage;
import dev.fer4j.eval.probe.SourceProbe;
import dev.fer4j.eval.probe.SourceProbeResult;
import dev.fer4j.eval.probe.StudyChecks.TrainingSet;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.train.loader.ImageStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks of sources that need no training: of the training images of each condition, and of each
 * added source compared with the evaluation source.
 *
 * @param trainingSets one training set per condition
 * @param questions which sources are to be told apart
 */
record SourceChecks(List<TrainingSet> trainingSets, List<Question> questions) {

    /**
     * Whether two sources can be told apart among training images of one class.
     *
     * @param added the source that is added to the other
     * @param evaluation the evaluation source
     * @param label the class
     * @param training training images of both sources and possibly others
     */
    record Question(String added, String evaluation, Label label, List<Sample> training) {}

    /**
     * Derives the checks for one category split.
     *
     * @param compositions compositions without controls. An added source has the same training
     *     images in all of them, so it is tested in the first that contains it
     */
    static SourceChecks of(List<Composition> compositions) {
        Map<String, Composition> firstWith = new LinkedHashMap<>();
        for (Composition composition : compositions) {
            composition
                    .condition()
                    .addedSources()
                    .forEach(source -> firstWith.putIfAbsent(source, composition));
        }
        List<Question> questions = new ArrayList<>();
        firstWith.forEach(
                (source, composition) -> {
                    for (Label label : Label.values()) {
                        questions.add(question(source, label, composition));
                    }
                });
        return new SourceChecks(
                compositions.stream().map(SourceChecks::trainingSet).toList(), questions);
    }

    private static TrainingSet trainingSet(Composition composition) {
        return TrainingSet.of(composition.condition(), composition.samples(Split.TRAIN));
    }

    private static Question question(String source, Label label, Composition composition) {
        Condition condition = composition.condition();
        return new Question(
                source, condition.evaluationSource(), label, composition.samples(Split.TRAIN));
    }

    /**
     * Probes simple statistics of the images at the network's input size. Decoded images are cached
     * for training.
     */
    List<SourceProbeResult> byNumbers(StudySettings settings, ProgressListener listener) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        questions.forEach(
                question -> question.training().forEach(s -> samples.putIfAbsent(s.id(), s)));
        List<ProbeImage> images = measured(settings, samples.values(), listener);
        Seed seed = settings.seed().derive("source probe");
        return questions.stream()
                .map(q -> new SourceProbe(q.added(), q.evaluation(), seed).run(images, q.label()))
                .toList();
    }

    private static List<ProbeImage> measured(
            StudySettings settings, Collection<Sample> samples, ProgressListener listener) {
        // The network's input may be smaller than the statistics require.
        int size = Math.max(ImageStatistics.SMALLEST, settings.training().inputSize());
        ImageStore images =
                new ImageStore(
                        StudyFolders.decodedImages(settings.folder()),
                        size,
                        settings.training().fit(),
                        listener);
        images.prepare(samples);
        return samples.parallelStream()
                .map(sample -> ProbeImage.of(sample, ImageStatistics.of(images.get(sample))))
                .toList();
    }
}
