package dev.fer4j.train;

import dev.fer4j.core.Sample;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loss.BinaryCrossEntropy;

/** Mean loss and accuracy over samples. */
final class Score {
    private double lossSum;
    private long right;
    private long samples;

    void add(Sample sample, double logit) {
        add(logit, sample.label().asTarget());
    }

    /** With a target that is a share, the class with the larger one is right. */
    private void add(double logit, double target) {
        lossSum += BinaryCrossEntropy.ofLogit(logit, target);
        right += (logit >= 0) == (target >= 0.5) ? 1 : 0;
        samples++;
    }

    void add(Batch batch, float[] logits) {
        for (int i = 0; i < logits.length; i++) {
            add(logits[i], batch.target(i));
        }
    }

    double loss() {
        return lossSum / samples;
    }

    double accuracy() {
        return (double) right / samples;
    }
}
