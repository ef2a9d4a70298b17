package dev.fer4j.train.internal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.loss.ClassWeights;
import dev.fer4j.train.loss.SampleWeights;

/**
 * Weights of samples: by sample and class in the loss, but by sample only in the scores, so that
 * these are comparable between training, validation and other conditions.
 */
public final class ItemWeights {

    private final ClassWeights classes;
    private final SampleWeights samples;

    private ItemWeights(ClassWeights classes, SampleWeights samples) {
        this.classes = classes;
        this.samples = samples;
    }

    /**
     * Creates weights whose class weights derive only from the training list of this composition.
     */
    public static ItemWeights of(
            ClassWeighting weighting, Composition composition, SampleWeights samples) {
        long positives =
                composition.training().items().stream()
                        .filter(item -> item.sample().label() == Label.POSITIVE)
                        .count();
        long all = composition.training().items().size();
        return new ItemWeights(weighting.weights(all - positives, positives), samples);
    }

    /** Weights in the loss. */
    public float[] of(Batch batch) {
        float[] weights = new float[batch.samples().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = of(batch.samples().get(i)) * (float) classes.of(batch.target(i));
        }
        return weights;
    }

    private float of(Sample sample) {
        float weight = (float) samples.of(sample);
        checkArgument(
                weight >= 0 && weight < Float.POSITIVE_INFINITY,
                "the weight %s of sample %s is negative or not a number",
                weight,
                sample.id());
        return weight;
    }

    /** Returns the score of a batch. */
    public Score score(Batch batch, float[] logits) {
        Score score = new Score();
        for (int i = 0; i < logits.length; i++) {
            Sample sample = batch.samples().get(i);
            score.add(new Score.Entry(logits[i], batch.target(i), of(sample)));
        }
        return score;
    }

    /** Returns the score entry of a sample. */
    public Score.Entry entry(Sample sample, double logit) {
        return new Score.Entry((float) logit, sample.label().asTarget(), of(sample));
    }

    /** The weighted mean loss of a batch, which is minimized; 0 if all weights are 0. */
    public double loss(Score ofBatch) {
        double sum = 0;
        double all = 0;
        for (Score.Entry entry : ofBatch.entries()) {
            double weight = entry.weight() * classes.of(entry.target());
            sum += weight * LogLoss.ofLogit(entry.logit(), entry.target());
            all += weight;
        }
        return all > 0 ? sum / all : 0;
    }
}
