package dev.fer4j.eval.gap;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingHistory.Epoch;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trainings that never took place, of people who keep their faces and labels in every role: logit =
 * ± skill + the person's own part + the training's part of the person + noise.
 *
 * @param people of each category
 * @param seen skill with content that was trained on
 * @param chosen skill with content that chose the epoch
 * @param unseen skill with other content
 * @param seed of everything that is drawn
 */
record RotationStudy(int people, double seen, double chosen, double unseen, Seed seed) {

    private static final int RECORDINGS = 4;
    private static final int IMAGES = 2;

    StudyResult of(StudyPlan plan) {
        return new StudyResult(plan, plan.cells().stream().map(this::result).toList(), 0);
    }

    private CellResult result(Cell cell) {
        CategorySplit split = cell.split();
        CellResult result =
                new CellResult(
                        cell,
                        history(cell),
                        predictions(cell, split.validate(), chosen, Set.of()),
                        predictions(cell, split.test(), unseen, Set.of()));
        return split.seen()
                .map(
                        held ->
                                result.withSeen(
                                        predictions(cell, split.train(), seen, among(held, split))))
                .orElse(result);
    }

    private Set<String> among(HeldOutPeople held, CategorySplit split) {
        AdCategory category = split.train().iterator().next();
        return held.among(IntStream.range(0, people).mapToObj(i -> category + "-" + i).toList());
    }

    private TrainingHistory history(Cell cell) {
        double auc = 0.9 + 0.05 * seed.derive(cell.id()).generator().nextDouble();
        return new TrainingHistory(
                List.of(new Epoch(1, 1e-4, 0.3, 0.9, Optional.of(auc), 0.5, 0.8, Optional.empty())),
                1);
    }

    private Predictions predictions(
            Cell cell, Set<AdCategory> categories, double skill, Set<String> only) {
        List<Prediction> all = new ArrayList<>();
        for (AdCategory category : categories) {
            for (int i = 0; i < people; i++) {
                String person = category + "-" + i;
                if (only.isEmpty() || only.contains(person)) {
                    all.addAll(of(person, cell, skill));
                }
            }
        }
        return new Predictions(all);
    }

    private List<Prediction> of(String person, Cell cell, double skill) {
        RandomGenerator own = seed.derive(person).generator();
        RandomGenerator trained = seed.derive(person + " " + cell.id()).generator();
        double offset = own.nextGaussian() + 0.5 * trained.nextGaussian();
        List<Prediction> all = new ArrayList<>();
        for (int r = 0; r < RECORDINGS; r++) {
            // One of each, so that nobody has one class only.
            Label label =
                    r == 0 || (r > 1 && own.nextBoolean()) ? Label.POSITIVE : Label.NOT_INTERESTED;
            double mood = offset + 0.5 * own.nextGaussian();
            for (int i = 0; i < IMAGES; i++) {
                double logit =
                        (label == Label.POSITIVE ? skill : -skill)
                                + mood
                                + 0.5 * trained.nextGaussian();
                all.add(
                        new Prediction(
                                person + "-" + r + "-" + i,
                                label,
                                1 / (1 + Math.exp(-logit)),
                                person + "-" + r,
                                person,
                                Map.of()));
            }
        }
        return all;
    }
}
