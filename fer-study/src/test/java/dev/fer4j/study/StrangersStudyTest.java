package dev.fer4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.study.settings.Replication;
import dev.fer4j.study.settings.ReportSettings;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.study.settings.TrainSettings;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who has only the public API, and sources and conditions of their own. */
class StrangersStudyTest {

    private static final Condition DRINKS =
            new Condition("drinks-alone", "Drinks", "drinks", List.of());
    private static final Condition MINE =
            new Condition("mine", "Drinks and sketches", "drinks", List.of("My sketches"));
    private static final CategorySplit SPLIT =
            CategorySplit.of(category("tea"), category("coffee"), category("juice"));
    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(MiniXception.defaults())
                    .withInputSize(48)
                    .withBatchSize(8)
                    .withEpochs(1);

    @TempDir private static Path folder;

    private static DataSource drinks;
    private static DataSource sketches;

    private final Told told = new Told();

    @BeforeAll
    static void draw() throws IOException {
        DrawnSource.draw(folder.resolve("d"), 3, 4, List.of("tea", "coffee", "juice"), 1);
        DrawnSource.draw(folder.resolve("s"), 4, 4, List.of("any"), 2);
        drinks = new DrawnSource("drinks", folder.resolve("d"), Optional.empty());
        sketches = new DrawnSource("My sketches", folder.resolve("s"), Optional.of(""));
    }

    private static AdCategory category(String id) {
        return new AdCategory(id);
    }

    private static StudySettings settings(String name) {
        return StudySettings.paper(folder.resolve(name)).withTraining(PLAN).withSplit(SPLIT);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void sourcesAndConditionsOfOnesOwnMakeAStudyInTenLines() throws IOException {
        Path ten = folder.resolve("ten");
        StudyListener listener = told;
        StudyOutput out =
                Study.of(
                                StudySettings.paper(ten)
                                        .withConditions(DRINKS, MINE)
                                        .withSplit(SPLIT)
                                        .withTraining(PLAN)
                                        .withReplication(Replication.seeds(2))
                                        .withControls(Control.Means.AUGMENTED))
                        .withListener(listener)
                        .run(StudySources.of(drinks, sketches));
        Path page = out.report();

        assertThat(out.trained()).isEqualTo(3 * 2);
        assertThat(out.notes()).isEmpty();
        assertThat(out.table1().rows().stream().map(row -> row.get(0)))
                .containsExactly(
                        "Drinks",
                        "Drinks and sketches",
                        "Drinks, augmented to the size of Drinks and sketches");
        assertThat(out.table1().columns()).noneMatch(column -> column.name().contains("Paper"));
        assertThat(out.table2().columns()).noneMatch(column -> column.name().contains("Paper"));
        assertThat(page)
                .content()
                .contains("Drinks and sketches", "My sketches", "Sources: drinks, My sketches.")
                .doesNotContain("eside the paper");
        assertThat(Files.readString(out.folder().resolve("table1.csv"))).doesNotContain("paper_");
        assertThat(files(out.folder().resolve("models")))
                .hasSize(2 * 6)
                .contains(
                        "mine_tea_coffee_juice_seed2.safetensors",
                        "mine_tea_coffee_juice_seed2.md");
        assertThat(told.plans).singleElement().asString().contains("drinks-alone, mine");
        assertThat(told.progress).anyMatch(update -> update.task().equals("study"));

        // A condition more: what was trained stays.
        Condition both = new Condition("sketches-capped", "Few", "drinks", List.of("My sketches"));
        StudyOutput grown =
                Study.of(
                                settings("ten")
                                        .withReplication(Replication.seeds(2))
                                        .withConditions(
                                                DRINKS,
                                                MINE,
                                                both.withMix(MINE.mix().withCap("My sketches", 4))))
                        .run(StudySources.of(drinks, sketches));
        assertThat(grown.reused()).isEqualTo(4);
        assertThat(grown.trained()).isEqualTo(2);
        assertThat(grown.table1().rows().get(2)).contains("Few", "16");
    }

    @Test
    void labelNamesAndGroupsOfOnesOwnAreShownEverywhere() throws IOException {
        StudySettings settings = settings("named").withConditions(DRINKS, MINE);
        StudySettings named = settings.withLabelNames(new LabelNames("neutral", "smiling"));
        StudyOutput out = Study.of(named).run(StudySources.of(drinks, sketches));

        assertThat(out.table1().columns()).extracting(Column::name).contains("Smiling in train");
        assertThat(Files.readString(out.folder().resolve("table1.csv")))
                .contains("train_smiling", "test_smiling");
        assertThat(out.report())
                .content()
                .contains("Positive class: smiling", "Smiling, missed", "Neutral, called smiling")
                .contains("Test split by lamp", "bulb", "tube");
        assertThat(Files.readString(out.folder().resolve("models/mine.md")))
                .contains("the probability of smiling", "Test split by lamp", "bulb");
        Path cells = out.folder().resolve("audit/mine.csv");
        assertThat(cells).content().contains("group.lamp", "neutral", "bulb");
        for (String file :
                List.of(
                        "report.html",
                        "report.json",
                        "table1.csv",
                        "table2.csv",
                        "models/mine.md",
                        "audit/mine.csv",
                        "anova.json",
                        "gaps.json",
                        "provenance.json")) {
            assertThat(Files.readString(out.folder().resolve(file)))
                    .as(file)
                    .doesNotContainIgnoringCase("interested");
        }
        Path model = out.folder().resolve("models/mine.safetensors");
        assertThat(ModelFile.describe(model).labels()).isEqualTo(named.labelNames());

        // Other names need no other training.
        LabelNames others = new LabelNames("still", "laughing");
        StudyOutput again =
                Study.of(named.withLabelNames(others)).run(StudySources.of(drinks, sketches));
        assertThat(again.trained()).isZero();
        assertThat(again.report()).content().contains("laughing").doesNotContain("smiling");
        try (LoadedModel loaded = ModelFile.read(model, DeviceChoice.CPU)) {
            assertThat(loaded.description().labels()).isEqualTo(others);
        }
    }

    @Test
    void sourceThatNoConditionUsesIsCountedInReportAndNotes() throws IOException {
        DataSource baseline = renamed("baseline");
        StudyOutput out =
                Study.of(settings("unused").withReport(ReportSettings.defaults().withTitle("Mine")))
                        .withListener(told)
                        .run(StudySources.of(baseline, sketches));
        assertThat(out.table1().rows()).hasSize(1);
        assertThat(out.notes())
                .containsExactly(
                        "Nothing trains on the source My sketches: its 16 images are not used.");
        assertThat(told.notes).isEqualTo(out.notes());
        assertThat(out.report()).content().contains("its 16 images are not used", "<h1>Mine</h1>");
    }

    private static DataSource renamed(String name) {
        return new DrawnSource(name, folder.resolve("d"), Optional.empty());
    }

    @Test
    void whatCannotWorkIsRefusedByNameBeforeAnythingIsRead() {
        Condition third = new Condition("third", "Third", "drinks", List.of("films"));
        Condition other = new Condition("other", "Other", "My sketches", List.of());
        assertRefused(
                settings("refused").withConditions(DRINKS, third, other),
                StudySources.of(drinks, sketches),
                "condition third: needs the source films",
                "condition other: validates and tests on My sketches");
        Condition control =
                new Condition("drinks-alone-updates-of-size-mine", "Taken", "drinks", List.of());
        assertRefused(
                settings("refused")
                        .withConditions(DRINKS, MINE, control)
                        .withControls(Control.Means.UPDATES),
                StudySources.of(drinks, sketches),
                "condition drinks-alone-updates-of-size-mine: occurs several times");
        assertRefused(
                settings("refused"),
                StudySources.of(drinks),
                "conditions: none of the standard ones has its sources: the evaluation source is"
                        + " drinks");
        assertRefused(
                settings("refused").withConditions(DRINKS),
                StudySources.of(drinks, renamed("Drinks")),
                "source Drinks: has several manifests");
        assertRefused(
                settings("refused").withConditions(DRINKS),
                StudySources.of(drinks, renamed("a:b")),
                "source a:b: is also a file name");
        assertRefused(
                settings("refused").withConditions(MINE).withControls(Control.Means.UPDATES),
                StudySources.of(drinks, sketches),
                "control conditions: need a condition that adds images to drinks, and one of");
        assertThat(folder.resolve("refused/manifest")).doesNotExist();
    }

    private static void assertRefused(
            StudySettings settings, StudySources sources, String... messages) {
        assertThatThrownBy(() -> Study.of(settings).run(sources))
                .isInstanceOf(PlanException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }

    @Test
    void trainingsInProcessesLeaveWhatOthersDo() throws IOException {
        StudySettings two = settings("processes").withConditions(DRINKS, MINE).withProcesses(2);
        StudyOutput out = Study.of(two).withListener(told).run(StudySources.of(drinks, sketches));
        assertThat(out.trained()).isEqualTo(2);
        assertThat(out.notes()).isEmpty();
        assertThat(files(out.folder().resolve("models")))
                .containsExactly(
                        "drinks-alone.md",
                        "drinks-alone.safetensors",
                        "mine.md",
                        "mine.safetensors");
        assertThat(out.folder().resolve("checkpoints")).doesNotExist();
        assertThat(told.progress)
                .anyMatch(update -> update.task().equals("training " + MINE.title()));
        assertThat(Study.of(two).run(StudySources.of(drinks, sketches)).reused()).isEqualTo(2);
    }

    @Test
    void singleTrainingIsAStudyOfOneCell() throws IOException {
        LabelNames names = new LabelNames("neutral", "smiling");
        TrainOutput alone =
                Study.of(settings("alone").withConditions(DRINKS, MINE).withLabelNames(names))
                        .train(
                                StudySources.of(drinks, sketches),
                                TrainSettings.defaults().withCondition("drinks-alone"));
        assertThat(ModelFile.describe(alone.folder().resolve("model.safetensors")).labels())
                .isEqualTo(names);
        assertThat(alone.notes())
                .containsExactly(
                        "Nothing trains on the source My sketches: its 16 images are not used.");
        assertThat(alone.folder().resolve("MODEL_CARD.md")).content().contains("My sketches");

        TrainOutput out =
                Study.of(settings("single"))
                        .withListener(told)
                        .train(StudySources.of(drinks, sketches), TrainSettings.defaults());
        assertThat(out.condition().title()).isEqualTo("drinks + My sketches");
        assertThat(out.files()).contains("model.safetensors", "MODEL_CARD.md");
        assertThatThrownBy(
                        () ->
                                Study.of(settings("single").withReplication(Replication.seeds(2)))
                                        .train(StudySources.of(drinks), TrainSettings.defaults()))
                .isInstanceOf(PlanException.class);
    }

    @Test
    void twentyTwoPeopleAsCategoriesHaveFilesOfShortNames() throws IOException {
        List<String> people =
                Stream.iterate(1, i -> i + 1)
                        .limit(22)
                        .map(i -> "participant-of-the-second-session-number-" + i)
                        .toList();
        DrawnSource.draw(folder.resolve("p"), 1, 2, people, 3);
        DataSource source = new DrawnSource("people", folder.resolve("p"), Optional.empty());
        Condition alone =
                new Condition(
                        "people-of-the-second-session-with-everything-that-is-known-of-them",
                        "People",
                        "people",
                        List.of());
        StudyOutput out =
                Study.of(
                                settings("people")
                                        .withConditions(alone)
                                        .withSplit(
                                                new CategorySplit(
                                                        categories(people, 0, 8),
                                                        categories(people, 8, 15),
                                                        categories(people, 15, 22)))
                                        .withReplication(Replication.seeds(2)))
                        .run(StudySources.of(source));
        assertThat(out.trained()).isEqualTo(2);
        try (Stream<Path> tree = Files.walk(out.folder())) {
            assertThat(tree.map(path -> path.getFileName().toString()))
                    .allMatch(name -> name.length() <= 160)
                    .filteredOn(name -> name.endsWith(".safetensors"))
                    .hasSize(2);
        }
    }

    private static Set<AdCategory> categories(List<String> names, int from, int to) {
        Set<AdCategory> categories = new TreeSet<>();
        names.subList(from, to).forEach(name -> categories.add(category(name)));
        return categories;
    }
}
