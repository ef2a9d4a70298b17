package dev.fer4j.benchmarks.validity;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Simulates studies of a {@link StudyModel}: the predictions of their models on the test split. */
public final class StudySimulator {

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
                        List.of(CategorySplit.paper()),
                        LongStream.rangeClosed(1, model.trainings().count())
                                .mapToObj(Seed::new)
                                .toList());
        middle = model.middle();
        separations = new double[model.effects().size()];
        for (int c = 0; c < separations.length; c++) {
            separations[c] = model.separation(c);
        }
    }

    /** Returns a simulator of studies of the paper's size, with models of these true AUCs. */
    public static StudySimulator paper(double... aucs) {
        return new StudySimulator(StudyModel.paper(aucs));
    }

    /**
     * Draws a study whose test split has both classes; others are rejected and drawn again.
     *
     * @param seed seed of the study
     */
    public StudyResult draw(Seed seed) {
        RandomGenerator random = seed.generator();
        while (true) {
            List<List<Prediction>> predictions = predictions(random);
            if (predictions.get(0).stream().map(Prediction::label).distinct().count() == 2) {
                return result(predictions);
            }
        }
    }

    /** Returns one list per cell: all trainings of the first model, of the second, … */
    private List<List<Prediction>> predictions(RandomGenerator random) {
        int cells = separations.length * model.trainings().count();
        List<List<Prediction>> predictions = new ArrayList<>();
        double[] separationOf = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            predictions.add(new ArrayList<>());
            separationOf[cell] =
                    separations[cell / model.trainings().count()]
                            + model.trainings().spread() * random.nextGaussian();
        }
        double rest = Math.sqrt(1 - Math.pow(model.labelsInFaces(), 2));
        for (int person = 0; person < model.recordings().length(); person++) {
            double z = random.nextGaussian();
            double[] ofPerson = effects(random);
            for (int recording = 0; recording < model.recordings().get(person); recording++) {
                boolean interested = random.nextDouble() < model.interest(z, middle);
                double[] ofRecording = effects(random);
                String name = "p" + person + "-r" + recording;
                for (int frame = 0; frame < model.frames(); frame++) {
                    double[] ofImage = effects(random);
                    for (int cell = 0; cell < cells; cell++) {
                        StudyModel.Effects effects = effects(cell);
                        double inFace = model.labelsInFaces() * z + rest * ofPerson[cell];
                        double score =
                                (interested ? separationOf[cell] : 0)
                                        + Math.sqrt(effects.person()) * inFace
                                        + Math.sqrt(effects.recording()) * ofRecording[cell]
                                        + Math.sqrt(effects.image()) * ofImage[cell];
                        predictions
                                .get(cell)
                                .add(
                                        new Prediction(
                                                name + "-f" + frame,
                                                interested
                                                        ? Label.INTERESTED
                                                        : Label.NOT_INTERESTED,
                                                1 / (1 + Math.exp(-effects.scale() * score)),
                                                name,
                                                "p" + person,
                                                Map.of()));
                    }
                }
            }
        }
        return predictions;
    }

    private StudyModel.Effects effects(int cell) {
        return model.effects().get(cell / model.trainings().count());
    }

    /**
     * Draws one standard normal effect per cell, correlated between models, and more strongly
     * between trainings of a model.
     */
    private double[] effects(RandomGenerator random) {
        int trainings = model.trainings().count();
        double shared = Math.sqrt(model.correlation()) * random.nextGaussian();
        double ofModels = Math.sqrt(1 - model.correlation());
        double own = Math.sqrt(model.trainings().own());
        double[] effects = new double[separations.length * trainings];
        for (int c = 0; c < separations.length; c++) {
            double ofModel = shared + ofModels * random.nextGaussian();
            for (int training = 0; training < trainings; training++) {
                effects[c * trainings + training] =
                        own == 0
                                ? ofModel
                                : Math.sqrt(1 - own * own) * ofModel + own * random.nextGaussian();
            }
        }
        return effects;
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
