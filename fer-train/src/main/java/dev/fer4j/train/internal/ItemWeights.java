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
 * How much samples count: in the loss by sample and class, in the scores by sample only, so that
 * the scores of training, validation and other conditions can be compared.
 */
public final class ItemWeights {

    private final ClassWeights classes;
    private final SampleWeights samples;

    private ItemWeights(ClassWeights classes, SampleWeights samples) {
        this.classes = classes;
        this.samples = samples;
    }

    /** With class weights from the training list of this composition, and nothing else. */
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

    /** A batch's samples as they are scored. */
    public Score score(Batch batch, float[] logits) {
        Score score = new Score();
        for (int i = 0; i < logits.length; i++) {
            Sample sample = batch.samples().get(i);
            score.add(new Score.Entry(logits[i], batch.target(i), of(sample)));
        }
        return score;
    }

    /** A sample as it is scored. */
    public Score.Entry entry(Sample sample, double logit) {
        return new Score.Entry((float) logit, sample.label().asTarget(), of(sample));
    }

    /** The weighted mean that is minimized, of one batch; 0 if nothing in it counts. */
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
