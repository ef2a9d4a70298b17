package dev.fer4j.benchmarks.validity;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how often tests reject and intervals contain the true value. */
@Command(
        name = "validity",
        description = {
            "Simulates studies of the paper's size whose truth is known, and counts how often tests"
                    + " reject equally good models, how often they find a difference of 0.06, and"
                    + " how often intervals hold the truth. Not a benchmark of speed: the counts"
                    + " are the same on every machine."
        },
        mixinStandardHelpOptions = true)
public final class ValidityBenchmark implements Callable<Integer> {

    private static final Set<Procedure> ROBUST =
            EnumSet.of(
                    Procedure.DEFAULT,
                    Procedure.CLUSTERED_DE_LONG_T,
                    Procedure.CLUSTERED_DE_LONG_Z,
                    Procedure.SWAP_RANKS,
                    Procedure.SWAP_SCORES,
                    Procedure.BOOTSTRAP_PEOPLE);

    /** Standard deviation of δ between trainings: about 0.01 for an AUC of 0.82. */
    private static final double SPREAD = 0.054;

    private static final Set<Procedure> OF_TRAININGS =
            EnumSet.of(
                    Procedure.DEFAULT,
                    Procedure.PEOPLE_ONLY,
                    Procedure.SEEDS_REPEATED,
                    Procedure.SEEDS_ONE_WAY);

    private static final Set<Procedure> OF_ONE_TRAINING =
            EnumSet.complementOf(
                    EnumSet.of(
                            Procedure.PEOPLE_ONLY,
                            Procedure.SEEDS_REPEATED,
                            Procedure.SEEDS_ONE_WAY));

    @Spec private CommandSpec spec;

    @Option(
            names = "--studies",
            description = "Of each kind. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1000")
    private int studies;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "2025")
    private long seed;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        String report = procedures() + "\n" + situations() + "\n" + trainings();
        out.println(report);
        out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
        out.flush();
        Path folder = Files.createDirectories(Benchmarks.home().resolve("target/validity"));
        WholeFile.writeString(folder.resolve("report.md"), report);
        return 0;
    }

    private RejectionTally tally(
            StudyModel model,
            Set<Procedure> comparisons,
            Set<SingleProcedure> intervals,
            String purpose) {
        return RejectionTally.of(
                model, studies, comparisons, intervals, new Seed(seed).derive(purpose));
    }

    /** All procedures at the paper's size: equal models, and a difference of 0.06. */
    private String procedures() {
        Set<Procedure> all = OF_ONE_TRAINING;
        RejectionTally equal =
                tally(
                        StudyModel.paper(0.82, 0.82, 0.82),
                        all,
                        EnumSet.allOf(SingleProcedure.class),
                        "equal");
        RejectionTally different =
                tally(StudyModel.paper(0.82, 0.88, 0.82), all, Set.of(), "different");
        RatioTable comparisons =
                new RatioTable(
                        "procedure",
                        "rejects equal models, %",
                        "finds 0.06, %",
                        "holds 0, %",
                        "holds 0.06, %",
                        "width");
        all.forEach(procedure -> row(comparisons, procedure, equal, different));
        RatioTable intervals = new RatioTable("interval of one AUC", "holds 0.82, %", "width");
        for (SingleProcedure procedure : SingleProcedure.values()) {
            RejectionTally.Rate rate = equal.intervals().get(procedure);
            intervals.row(procedure.title(), rate.coverage(), rate.meanWidth());
        }
        return comparisons.toText()
                + String.format(
                        Locale.ROOT,
                        "%nWith three equal models, %s %% of studies have any difference after"
                                + " Holm's correction.%n%n",
                        RejectionTally.percent(equal.anyHolm(), studies))
                + intervals.toText();
    }

    /** Some procedures in studies that differ from the paper's; models are equally good. */
    private String situations() {
        RatioTable table =
                new RatioTable(
                        "equal models; situation",
                        "default rejects, %",
                        "holds 0, %",
                        "its interval of one AUC, %",
                        "clustered DeLong t rejects, %",
                        "z, %",
                        "ranks swapped, %",
                        "scores swapped, %",
                        "bootstrap of people, %");
        List<Situation> situations = Situation.all();
        for (Situation situation : situations) {
            RejectionTally tally =
                    tally(
                            situation.model(),
                            ROBUST,
                            Set.of(SingleProcedure.DEFAULT),
                            situation.title());
            RejectionTally.Rate byDefault = tally.comparisons().get(Procedure.DEFAULT);
            table.row(
                    situation.title(),
                    byDefault.rejection(),
                    byDefault.coverage(),
                    tally.intervals().get(SingleProcedure.DEFAULT).coverage(),
                    tally.comparisons().get(Procedure.CLUSTERED_DE_LONG_T).rejection(),
                    tally.comparisons().get(Procedure.CLUSTERED_DE_LONG_Z).rejection(),
                    tally.comparisons().get(Procedure.SWAP_RANKS).rejection(),
                    tally.comparisons().get(Procedure.SWAP_SCORES).rejection(),
                    tally.comparisons().get(Procedure.BOOTSTRAP_PEOPLE).rejection());
        }
        return table.toText();
    }

    /** Three trainings of each of three models. */
    private String trainings() {
        StudyModel.Trainings trainings = new StudyModel.Trainings(3, SPREAD, 0.2);
        RejectionTally equal =
                tally(
                        StudyModel.paper(0.82, 0.82, 0.82).withTrainings(trainings),
                        OF_TRAININGS,
                        Set.of(),
                        "trainings, equal");
        RejectionTally different =
                tally(
                        StudyModel.paper(0.82, 0.88, 0.82).withTrainings(trainings),
                        OF_TRAININGS,
                        Set.of(),
                        "trainings, different");
        RatioTable table =
                new RatioTable(
                        "three trainings",
                        "rejects equal models, %",
                        "finds 0.06, %",
                        "holds 0, %",
                        "holds 0.06, %",
                        "width");
        OF_TRAININGS.forEach(procedure -> row(table, procedure, equal, different));
        return table.toText();
    }

    private static void row(
            RatioTable table, Procedure procedure, RejectionTally equal, RejectionTally different) {
        RejectionTally.Rate ofEqual = equal.comparisons().get(procedure);
        RejectionTally.Rate ofDifferent = different.comparisons().get(procedure);
        table.row(
                procedure.title(),
                ofEqual.rejection(),
                ofDifferent.rejection(),
                ofEqual.coverage(),
                ofDifferent.coverage(),
                ofEqual.meanWidth());
    }
}
