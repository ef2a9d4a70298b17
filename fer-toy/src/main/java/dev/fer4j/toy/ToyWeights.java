package dev.fer4j.toy;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import com.google.common.io.Resources;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Geometric;
import dev.fer4j.augment.Noise;
import dev.fer4j.augment.Photometric;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.toy.pretraining.ToyPretraining;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.HeadPolicy;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The pretrained weights that come with toy corpora, for a small Xception: {@link ToyPretraining}
 * made them. Trainings on a corpus start from them, as the paper's start from ImageNet's.
 */
public final class ToyWeights {

    private static final ByteSource RESOURCE =
            Resources.asByteSource(Resources.getResource(ToyWeights.class, "xception.safetensors"));

    private ToyWeights() {}

    /** Whether a network can start from them: it may differ in dropout and momentum only. */
    public static boolean fit(Backbone network) {
        Xception ours = ToyPretraining.NETWORK;
        return network instanceof Xception xception
                && xception.width() == ours.width()
                && xception.middleRepeats() == ours.middleRepeats()
                && xception.profile() == ours.profile();
    }

    /**
     * Returns the weights of a corpus, whose last layer is not used. The file need not exist yet:
     * {@link ToyCorpus#write} writes it.
     */
    public static WeightsFile of(ToyFolders folders) throws IOException {
        return WeightsFile.pretrained(folders.weights())
                .withSha256(RESOURCE.hash(Hashing.sha256()).toString())
                .withHead(HeadPolicy.KEPT);
    }

    /**
     * Returns the plan of trainings that start from them: few epochs of a small network, and a
     * learning rate that is high at first, since the network has learned to tell people apart,
     * which it has to unlearn. Images are cropped and recoloured more than the paper's, since 20
     * people are easily learned by heart. Averages of weights make so short a training steadier.
     * The last epoch is used: of so few, the one with the best score on 18 people is chosen by
     * chance, and mere rounding would choose another.
     */
    public static TrainingPlan plan() {
        TrainingPlan small = TrainingPlan.small();
        return small.withEpochs(4)
                .withAugmentation(
                        new AugmentationPolicy(
                                List.of(
                                        new Geometric.Rotation(15),
                                        new Geometric.HorizontalFlip(0.5),
                                        new Geometric.RandomCrop(0.6, 1, 1.2),
                                        new Photometric.Brightness(0.6, 1.4),
                                        new Photometric.Contrast(0.6, 1.4),
                                        new Photometric.Saturation(0, 2),
                                        new Noise.GaussianNoise(0, 5))))
                .withLearningRate(new LearningRate.Exponential(3e-3, 0.6))
                .withOptimization(small.optimization().withAverageDecay(0.98))
                .withEarlyStopping(
                        small.earlyStopping().withMetric(TrainingMetric.EPOCH).withPatience(4));
    }

    static void write(Path file) throws IOException {
        WholeFile.write(file, RESOURCE::copyTo);
    }
}
