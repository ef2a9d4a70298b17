package dev.fer4j.eval;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingHistory.Epoch;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Results of trainings that never took place, for tests: seeded noise of a chosen skill. */
public final class MadeUpStudy {

    /** The paper's three conditions, one split, one seed. */
    public static final StudyPlan PAPER_PLAN =
            new StudyPlan(
                    Condition.STANDARD.subList(0, 3),
                    List.of(CategorySplit.paper()),
                    List.of(new Seed(1)));

    private MadeUpStudy() {}

    /** The standard conditions, each more skilled than the one before. */
    public static StudyResult standard(int epochs) {
        return of(
                new StudyPlan(
                        Condition.STANDARD, List.of(CategorySplit.paper()), List.of(new Seed(1))),
                epochs);
    }

    /** The standard conditions and three controls of each of the three that add images. */
    public static StudyResult withControls(int epochs) {
        List<Condition> conditions = new ArrayList<>(Condition.STANDARD);
        for (Condition like : Condition.STANDARD.subList(1, 4)) {
            for (Control.Means means : Control.Means.values()) {
                conditions.add(Condition.BASELINE.likeInSize(like, means));
            }
        }
        return of(
                new StudyPlan(conditions, List.of(CategorySplit.paper()), List.of(new Seed(1))),
                epochs);
    }

    /** Any plan; conditions are the more skilled the later they stand. */
    public static StudyResult of(StudyPlan plan, int epochs) {
        List<CellResult> results = new ArrayList<>();
        for (Cell cell : plan.cells()) {
            results.add(result(cell, plan.conditions().indexOf(cell.condition()) * 0.5, epochs));
        }
        return new StudyResult(plan, results, 0);
    }

    /** Any plan of so many participants; conditions differ little in skill. */
    public static StudyResult ofPeople(StudyPlan plan, int epochs, int participants) {
        List<CellResult> results = new ArrayList<>();
        for (Cell cell : plan.cells()) {
            double skill = 0.3 + 0.2 * (plan.conditions().indexOf(cell.condition()) % 3);
            results.add(result(cell, skill, epochs, participants));
        }
        return new StudyResult(plan, results, 0);
    }

    /** A study's condition and so many that each add a source of their own. */
    public static List<Condition> conditions(int added) {
        List<Condition> conditions = new ArrayList<>(List.of(Condition.BASELINE));
        for (int i = 1; i <= added; i++) {
            conditions.add(
                    new Condition(
                            "baseline-s" + i,
                            "Baseline + Source " + i,
                            "baseline",
                            List.of("s" + i)));
        }
        return conditions;
    }

    /**
     * One cell: 8 participants, 40 recordings, 400 images in each split; with half as many held-out
     * people, and more skill, if the split asks for them.
     */
    public static CellResult result(Cell cell, double skill, int epochs) {
        return result(cell, skill, epochs, 8);
    }

    /** Likewise, with a number of participants. */
    public static CellResult result(Cell cell, double skill, int epochs, int participants) {
        Seed seed = new Seed(cell.seed().value()).derive(cell.id());
        CellResult result =
                new CellResult(
                        cell,
                        history(seed.derive("history"), skill, epochs),
                        predictions(seed.derive("validate"), skill, participants, 5, 10),
                        ofOthers(
                                "test-",
                                predictions(seed.derive("test"), skill, participants, 5, 10)));
        return cell.split().seen().isEmpty()
                ? result
                : result.withSeen(
                        ofOthers("seen-", predictions(seed.derive("seen"), skill + 0.5, 4, 5, 10)));
    }

    /** The same predictions of other people. */
    private static Predictions ofOthers(String prefix, Predictions predictions) {
        return new Predictions(
                predictions.all().stream()
                        .map(
                                p ->
                                        new Prediction(
                                                prefix + p.sample(),
                                                p.label(),
                                                p.probability(),
                                                prefix + p.recording(),
                                                prefix + p.participant(),
                                                p.groups()))
                        .toList());
    }

    /** Participants × recordings × images, two thirds of the recordings interested. */
    public static Predictions predictions(
            Seed seed, double skill, int participants, int recordings, int images) {
        RandomGenerator random = seed.generator();
        List<Prediction> all = new ArrayList<>();
        for (int p = 0; p < participants; p++) {
            double face = 0.5 * random.nextGaussian();
            for (int r = 0; r < recordings; r++) {
                Label label = (p + r) % 3 == 0 ? Label.NOT_INTERESTED : Label.INTERESTED;
                String recording = "p" + p + "-r" + r;
                double mood = face + 0.7 * random.nextGaussian();
                for (int i = 0; i < images; i++) {
                    double logit =
                            skill * (label == Label.POSITIVE ? 1 : -1)
                                    + mood
                                    + 0.6 * random.nextGaussian();
                    all.add(
                            new Prediction(
                                    recording + "-" + i,
                                    label,
                                    1 / (1 + Math.exp(-logit)),
                                    recording,
                                    "p" + p,
                                    Map.of("gender", p % 2 == 0 ? "FEMALE" : "MALE")));
                }
            }
        }
        return new Predictions(all);
    }

    private static TrainingHistory history(Seed seed, double skill, int epochs) {
        RandomGenerator random = seed.generator();
        List<Epoch> all = new ArrayList<>();
        int best = 0;
        for (int e = 1; e <= epochs; e++) {
            double done = 1 - Math.exp(-3.0 * e / epochs);
            double train = 0.72 - 0.5 * done + 0.02 * random.nextGaussian();
            double validation =
                    0.71
                            - (0.05 + 0.15 * skill) * done
                            + 0.12 * done * done
                            + 0.03 * random.nextGaussian();
            all.add(
                    new Epoch(
                            e,
                            1e-4,
                            train,
                            Math.min(1, 0.55 + 0.4 * done + 0.01 * random.nextGaussian()),
                            validation,
                            Math.min(1, 0.6 + 0.12 * skill * done + 0.02 * random.nextGaussian())));
            if (best == 0 || validation < all.get(best - 1).validationLoss()) {
                best = e;
            }
        }
        return new TrainingHistory(all, best);
    }
}
