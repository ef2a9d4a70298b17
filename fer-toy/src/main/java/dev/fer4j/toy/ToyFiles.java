package dev.fer4j.toy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.CsvRows;
import dev.fer4j.toy.face.FaceRenderer;
import dev.fer4j.toy.plan.ExpressionTimeline;
import dev.fer4j.toy.plan.PlannedRecording;
import dev.fer4j.toy.plan.PlannedSeries;
import dev.fer4j.toy.plan.ToyPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The drawing jobs for the files of a toy corpus. */
final class ToyFiles {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;
    private static final String LICENSE = ToyCorpus.RIGHTS.license().orElseThrow();
    private static final String CONSENT = ToyCorpus.RIGHTS.consent().orElseThrow();
    private static final Map<AdCategory, String> CATEGORY_FOLDERS =
            Map.of(
                    AdCategory.CAR_TECHNOLOGY, "Car_and_Technology",
                    AdCategory.COSMETICS_FASHION, "Cosmetics_and_Fashion",
                    AdCategory.FOOD_MARKET, "Food_and_Market_Subfolder");
    private static final String README =
            """
            These recordings are drawn by fer4j's toy corpus. They show no real person: faces,
            expressions and answers come from a random generator. The folders and the questionnaire
            follow the layout of NeuroBioSense (doi 10.17632/7md7yty9sk), from which nothing is
            copied. Licence: CC0-1.0.
            """;

    private final ToyPlan plan;
    private final ToyFolders folders;
    private final Seed seed;

    ToyFiles(ToyPlan plan, ToyFolders folders, Seed seed) {
        this.plan = plan;
        this.folders = folders;
        this.seed = seed;
    }

    /** All jobs, which may run in any order and at the same time. */
    List<DrawingJob> jobs() {
        List<DrawingJob> jobs = new ArrayList<>();
        plan.recordings().forEach(recording -> jobs.add(clips(recording)));
        plan.series().forEach(series -> jobs.add(stills(series)));
        Path home = folders.baseline().resolve("NeuroBioSense");
        Path questionnaire =
                home.resolve("Participant Data")
                        .resolve("Participant_demographic_questionnaries.xlsx");
        jobs.add(
                new DrawingJob(
                        List.of(questionnaire),
                        () ->
                                new QuestionnaireWriter(seed)
                                        .write(questionnaire, plan.recordings())));
        jobs.add(text(home.resolve("README.txt"), README));
        jobs.add(text(folders.youtube().resolve("labels.csv"), labels()));
        return List.copyOf(jobs);
    }

    private static DrawingJob text(Path file, String text) {
        return new DrawingJob(List.of(file), () -> WholeFile.writeString(file, text));
    }

    private DrawingJob clips(PlannedRecording recording) {
        Path folder =
                folders.baseline()
                        .resolve("NeuroBioSense")
                        .resolve("Advertisement Categories")
                        .resolve(CATEGORY_FOLDERS.get(recording.category()))
                        .resolve(Integer.toString(recording.participant().number()))
                        .resolve(recording.ad())
                        .resolve(recording.emotion());
        List<Path> files =
                recording.clips().stream().map(clip -> folder.resolve(clip.name())).toList();
        return new DrawingJob(files, () -> drawClips(recording, files));
    }

    private static void drawClips(PlannedRecording recording, List<Path> files) throws IOException {
        FaceRenderer renderer = new FaceRenderer(recording.scene(), WIDTH, HEIGHT);
        ClipWriter writer =
                new ClipWriter(WIDTH, HEIGHT, recording.framesPerSecond(), recording.mpeg4());
        ExpressionTimeline timeline = recording.timeline();
        int start = 0;
        for (int i = 0; i < files.size(); i++) {
            int first = start;
            int frames = recording.clips().get(i).frames();
            start += frames;
            if (!Files.isRegularFile(files.get(i))) {
                RandomGenerator camera = recording.seed().derive("camera", i).generator();
                writer.write(
                        files.get(i),
                        frames,
                        frame ->
                                renderer.render(
                                        recording.participant().identity(),
                                        timeline.at(first + frame),
                                        camera));
            }
        }
    }

    private DrawingJob stills(PlannedSeries series) {
        List<Path> files =
                IntStream.range(0, series.stills().size())
                        .mapToObj(i -> folders.youtube().resolve(series.file(i)))
                        .toList();
        return new DrawingJob(
                files,
                () -> {
                    for (int i = 0; i < files.size(); i++) {
                        PlannedSeries.Still still = series.stills().get(i);
                        Pictures.writeJpeg(
                                files.get(i),
                                new FaceRenderer(still.scene(), series.width(), series.height())
                                        .render(
                                                series.identity(),
                                                still.expression(),
                                                still.seed().generator()));
                    }
                });
    }

    private String labels() {
        return CsvRows.text(
                List.of("file", "person", "label", "gender", "age", "license", "consent", "url"),
                plan.series().stream().flatMap(ToyFiles::labels));
    }

    private static Stream<List<String>> labels(PlannedSeries series) {
        return IntStream.range(0, series.stills().size())
                .mapToObj(
                        i ->
                                List.of(
                                        series.file(i),
                                        series.person(),
                                        series.label() == Label.INTERESTED
                                                ? "interested"
                                                : "not interested",
                                        series.identity().gender() == Gender.FEMALE
                                                ? "female"
                                                : "male",
                                        Integer.toString(series.identity().age()),
                                        LICENSE,
                                        CONSENT,
                                        ""));
    }
}
