package dev.fer4j.benchmarks.validity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A generative model of simulated studies. Person i has z ~ N(0, 1) and is interested in a
 * recording with probability logistic(m + s z). The score of an image by model c is
 *
 * <p>δ(c) · [interested] + person + recording + image
 *
 * <p>with normal effects whose variances are given and sum to 1, so that scores are correlated
 * within recordings and people. Effects of two models on the same person, recording or image
 * correlate, since the models see the same faces. The person's effect may depend on z: people who
 * are often interested may look more interested than others anyway.
 *
 * <p>The true AUC of a model is that of the population, over trainings and people: the probability
 * that an image of an interested recording has a higher score than one of a recording without
 * interest, the two being of different people. It is the limit of the pooled AUC of images as the
 * number of people grows. With few people, pairs within a person, about one in twenty, slightly
 * increase the expected AUC; in differences this cancels.
 *
 * @param recordings number of recordings of each person
 * @param frames number of images of each recording
 * @param prevalence share of interested recordings in the population
 * @param labelSpread s, the variation between people in how often they are interested
 * @param labelsInFaces correlation of z and the person's effect, in [−1, 1]
 * @param effects effects of each model
 * @param correlation correlation of two models' effects on the same person, recording or image, in
 *     [0, 1]
 * @param trainings trainings of each model
 */
record StudyModel(
        ImmutableIntArray recordings,
        int frames,
        double prevalence,
        double labelSpread,
        double labelsInFaces,
        List<Effects> effects,
        double correlation,
        Trainings trainings) {

    /**
     * The number of recordings of each of the 20 people in NeuroBioSense's public listing who
     * watched the categories car and technology: 302 recordings, 3,020 images.
     */
    static final ImmutableIntArray PAPER_RECORDINGS =
            ImmutableIntArray.of(
                    10, 10, 11, 11, 11, 11, 11, 11, 11, 12, 13, 13, 14, 16, 17, 18, 22, 23, 28, 29);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * The effects of one model.
     *
     * @param auc the true AUC
     * @param person variance of the person's effect
     * @param recording variance of the recording's effect; the remainder to 1 is the variance of
     *     the image's
     * @param scale factor of scores before they are converted to probabilities; does not affect
     *     ranks
     */
    record Effects(double auc, double person, double recording, double scale) {

        /** Returns realistic effects: a quarter of the variance is between people. */
        static Effects of(double auc) {
            return new Effects(auc, 0.25, 0.45, 1);
        }

        double image() {
            return 1 - person - recording;
        }

        Effects withVariances(double ofPerson, double ofRecording) {
            return new Effects(auc, ofPerson, ofRecording, scale);
        }

        Effects withScale(double other) {
            return new Effects(auc, person, recording, other);
        }
    }

    /**
     * The variation between trainings of a model with different seeds.
     *
     * @param count number of trainings of each model
     * @param spread standard deviation of δ between trainings; 0.054 corresponds to about 0.01 for
     *     an AUC of 0.82
     * @param own share of the variance of effects that is specific to a training
     */
    record Trainings(int count, double spread, double own) {

        static final Trainings ONE = new Trainings(1, 0, 0);
    }

    StudyModel {
        effects = List.copyOf(effects);
        checkArgument(prevalence > 0 && prevalence < 1, "a prevalence of %s", prevalence);
        checkArgument(Math.abs(labelsInFaces) <= 1, "a correlation of %s", labelsInFaces);
        checkArgument(correlation >= 0 && correlation <= 1, "a correlation of %s", correlation);
    }

    /** Returns a model of studies of the paper's size, with these true AUCs. */
    static StudyModel paper(double... aucs) {
        return new StudyModel(
                PAPER_RECORDINGS,
                10,
                0.831,
                0.9,
                0,
                ImmutableDoubleArray.copyOf(aucs).stream().mapToObj(Effects::of).toList(),
                0.6,
                Trainings.ONE);
    }

    /**
     * Returns a copy with this many people, whose numbers of recordings are distributed as in the
     * paper.
     */
    StudyModel withPeople(int people) {
        ImmutableIntArray.Builder counts = ImmutableIntArray.builder(people);
        for (int i = 0; i < people; i++) {
            // Evenly over the sorted counts, so that even few people cover the whole range.
            int place = (int) ((i + 0.5) * PAPER_RECORDINGS.length() / people);
            counts.add(PAPER_RECORDINGS.get(people < 20 ? place : i % PAPER_RECORDINGS.length()));
        }
        return new StudyModel(
                counts.build(),
                frames,
                prevalence,
                labelSpread,
                labelsInFaces,
                effects,
                correlation,
                trainings);
    }

    StudyModel withLabelSpread(double other) {
        return new StudyModel(
                recordings,
                frames,
                prevalence,
                other,
                labelsInFaces,
                effects,
                correlation,
                trainings);
    }

    StudyModel withLabelsInFaces(double other) {
        return new StudyModel(
                recordings,
                frames,
                prevalence,
                labelSpread,
                other,
                effects,
                correlation,
                trainings);
    }

    StudyModel withTrainings(Trainings other) {
        return new StudyModel(
                recordings,
                frames,
                prevalence,
                labelSpread,
                labelsInFaces,
                effects,
                correlation,
                other);
    }

    /** Returns a copy with different effects of one model. */
    StudyModel with(int model, Effects other) {
        List<Effects> changed = new ArrayList<>(effects);
        changed.set(model, other);
        return new StudyModel(
                recordings,
                frames,
                prevalence,
                labelSpread,
                labelsInFaces,
                changed,
                correlation,
                trainings);
    }

    /** The probability that a person is interested in a recording. */
    double interest(double z, double middle) {
        return 1 / (1 + Math.exp(-middle - labelSpread * z));
    }

    /** Solves for m such that the population has the given prevalence. */
    double middle() {
        return new BrentSolver(1e-12)
                .solve(200, m -> overPeople(z -> interest(z, m)) - prevalence, -20, 20);
    }

    /** Solves for δ such that a model has its true AUC. */
    double separation(int model) {
        double middle = middle();
        return new BrentSolver(1e-12)
                .solve(
                        200,
                        d -> trueAuc(effects.get(model), d, middle) - effects.get(model).auc(),
                        -20,
                        20);
    }

    /**
     * E[p(z) (1 − p(z′)) Φ((δ + σ ρ (z − z′)) / √(2 (1 − σ² ρ²) + τ²))] / (prevalence (1 −
     * prevalence)) over two people, with σ² the variance of the person's effect, ρ its correlation
     * with z, and τ the spread of δ between trainings. For ρ = τ = 0 this is Φ(δ / √2).
     */
    private double trueAuc(Effects of, double separation, double middle) {
        double shared = Math.sqrt(of.person()) * labelsInFaces;
        double spread =
                Math.sqrt(2 * (1 - shared * shared) + trainings.spread() * trainings.spread());
        double wins =
                overPeople(
                        z ->
                                interest(z, middle)
                                        * overPeople(
                                                other ->
                                                        (1 - interest(other, middle))
                                                                * NORMAL.cumulativeProbability(
                                                                        (separation
                                                                                        + shared
                                                                                                * (z
                                                                                                        - other))
                                                                                / spread)));
        return wins / (prevalence * (1 - prevalence));
    }

    /** Computes the expectation over z by the trapezoidal rule. */
    private static double overPeople(DoubleUnaryOperator function) {
        double step = 0.25;
        double sum = 0;
        for (double z = -9; z <= 9; z += step) {
            sum += function.applyAsDouble(z) * NORMAL.density(z);
        }
        return sum * step;
    }
}
