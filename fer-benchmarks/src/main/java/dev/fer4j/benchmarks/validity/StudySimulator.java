package dev.fer4j.benchmarks.validity;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.TrainingHistory;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws studies of a {@link StudyModel}: the predictions that their models make of the test split.
 */
final class StudySimulator {

    private static final TrainingHistory NO_HISTORY = new TrainingHistory(List.of(), 0);

    private final StudyModel model;
    private final StudyPlan plan;
    private final double middle;
    private final double[] separations;

    StudySimulator(StudyModel model) {
        this.model = model;
        plan =
                new StudyPlan(
                        Condition.STANDARD.subList(0, model.effects().size()),
                        List.of(CategorySplit.PAPER),
                        List.of(new Seed(1)));
        middle = model.middle();
        separations = new double[model.effects().size()];
        for (int c = 0; c < separations.length; c++) {
            separations[c] = model.separation(c);
        }
    }

    /**
     * A study whose test split has both classes; one without is drawn again.
     *
     * @param seed of the study
     */
    StudyResult draw(Seed seed) {
        RandomGenerator random = seed.generator();
        while (true) {
            List<List<Prediction>> predictions = predictions(random);
            if (predictions.get(0).stream().map(Prediction::label).distinct().count() == 2) {
                return result(predictions);
            }
        }
    }

    private List<List<Prediction>> predictions(RandomGenerator random) {
        List<List<Prediction>> predictions = new ArrayList<>();
        for (int c = 0; c < separations.length; c++) {
            predictions.add(new ArrayList<>());
        }
        for (int person = 0; person < model.recordings().length(); person++) {
            double z = random.nextGaussian();
            double inFace = model.labelsInFaces() * z;
            double[] ofPerson = effects(random);
            for (int recording = 0; recording < model.recordings().get(person); recording++) {
                boolean interested = random.nextDouble() < model.interest(z, middle);
                double[] ofRecording = effects(random);
                for (int frame = 0; frame < model.frames(); frame++) {
                    double[] ofImage = effects(random);
                    for (int c = 0; c < separations.length; c++) {
                        StudyModel.Effects effects = model.effects().get(c);
                        double rest = Math.sqrt(1 - Math.pow(model.labelsInFaces(), 2));
                        double score =
                                (interested ? separations[c] : 0)
                                        + Math.sqrt(effects.person())
                                                * (inFace + rest * ofPerson[c])
                                        + Math.sqrt(effects.recording()) * ofRecording[c]
                                        + Math.sqrt(effects.image()) * ofImage[c];
                        predictions
                                .get(c)
                                .add(prediction(person, recording, frame, interested, score, c));
                    }
                }
            }
        }
        return predictions;
    }

    /** One standard normal effect for each model, correlated. */
    private double[] effects(RandomGenerator random) {
        double shared = Math.sqrt(model.correlation()) * random.nextGaussian();
        double own = Math.sqrt(1 - model.correlation());
        double[] effects = new double[separations.length];
        for (int c = 0; c < effects.length; c++) {
            effects[c] = shared + own * random.nextGaussian();
        }
        return effects;
    }

    private Prediction prediction(
            int person, int recording, int frame, boolean interested, double score, int c) {
        String ofPerson = "p" + person;
        String ofRecording = ofPerson + "-r" + recording;
        return new Prediction(
                ofRecording + "-f" + frame,
                interested ? Label.INTERESTED : Label.NOT_INTERESTED,
                1 / (1 + Math.exp(-model.effects().get(c).scale() * score)),
                ofRecording,
                ofPerson,
                Map.of());
    }

    private StudyResult result(List<List<Prediction>> predictions) {
        List<CellResult> results = new ArrayList<>();
        List<Cell> cells = plan.cells();
        for (int c = 0; c < cells.size(); c++) {
            Predictions test = new Predictions(predictions.get(c));
            results.add(new CellResult(cells.get(c), NO_HISTORY, test, test));
        }
        return new StudyResult(plan, results, 0);
    }
}
