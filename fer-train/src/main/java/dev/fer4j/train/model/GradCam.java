package dev.fer4j.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.SingleLogit;
import dev.fer4j.train.network.StagedBlock;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Grad-CAM (Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
 * Localization", ICCV 2017): the feature maps A of a stage are weighted by the spatial mean of the
 * gradient of the score y with respect to them (equation 1), summed, clipped below at 0 (equation
 * 2), and divided by their maximum. The score is the logit for {@link Label#POSITIVE} and the
 * negated logit for the other label.
 *
 * <p>A map shows where features increase the score. This does not prove that the network's decision
 * is based on them.
 *
 * <p>Thread-safe, and usable during a training: since DJL allows only one {@code GradientCollector}
 * in a JVM, the gradient is requested from PyTorch directly.
 */
public final class GradCam {

    private final LoadedModel model;
    private final StagedBlock network;
    private final List<String> stages;
    private final String stage;

    private GradCam(LoadedModel model, StagedBlock network, List<String> stages, String stage) {
        this.model = model;
        this.network = network;
        this.stages = stages;
        this.stage = stage;
    }

    /**
     * Explains by the last stage that has feature maps.
     *
     * @param model a model that must stay open, with gradients off, while this is used
     * @throws InputException if the model's network has no named stages with feature maps
     * @throws dev.fer4j.core.PlanException if it gives more than one logit
     */
    public static GradCam of(LoadedModel model) {
        SingleLogit.require(model.network(), model.description().preprocessing().inputSize());
        List<String> stages = model.stages();
        return new GradCam(model, model.staged(), stages, stages.get(stages.size() - 1));
    }

    /**
     * Returns a copy that uses a different stage.
     *
     * @throws InputException if there is no stage of that name with feature maps
     */
    public GradCam withStage(String name) {
        if (!stages.contains(name)) {
            throw new InputException(
                    Problem.Kind.BAD_SETTING,
                    "stage '" + name + "'",
                    "is not one with feature maps",
                    "give one of " + String.join(", ", stages));
        }
        return new GradCam(model, network, stages, name);
    }

    /** The stages that have feature maps, in the order of the network. */
    public List<String> stages() {
        return stages;
    }

    /**
     * Computes where an image contains evidence for a label.
     *
     * @param image of any size
     * @return a map with the size of the stage's feature maps; {@link HeatMap#over} overlays it on
     *     the image
     */
    public HeatMap explain(RgbImage image, Label label) {
        int size = model.description().preprocessing().inputSize();
        RgbImage square = model.description().preprocessing().toInputSize(image);
        // A direct buffer saves an intermediate copy.
        ByteBuffer pixels = ByteBuffer.allocateDirect(square.rgb().length).put(square.rgb()).flip();
        try (NDManager scratch = model.manager().newSubManager()) {
            ParameterStore parameters = new ParameterStore(scratch, false);
            NDArray features =
                    GradientMode.off(
                            () ->
                                    network.features(
                                                    parameters,
                                                    Batch.asInput(pixels, 1, size, scratch),
                                                    List.of(stage))
                                            .singletonOrThrow());
            features.setRequiresGradient(true);
            NDArray logit =
                    GradientMode.on(
                            () -> {
                                NDArray result = network.forwardAfter(stage, parameters, features);
                                GradientMode.backward(
                                        label == Label.POSITIVE ? result : result.neg());
                                return result;
                            });
            return map(
                    label,
                    ImagePrediction.of(logit.toFloatArray()[0], model.description().threshold()),
                    features);
        }
    }

    private HeatMap map(Label label, ImagePrediction prediction, NDArray features) {
        Shape shape = features.getShape();
        int channels = (int) shape.get(1);
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        float[] maps = features.toFloatArray();
        float[] gradients = features.getGradient().toFloatArray();
        int places = height * width;
        double[] sums = new double[places];
        for (int channel = 0; channel < channels; channel++) {
            double weight = 0;
            for (int i = channel * places; i < (channel + 1) * places; i++) {
                weight += gradients[i] / (double) places;
            }
            for (int i = 0; i < places; i++) {
                sums[i] += weight * maps[channel * places + i];
            }
        }
        double peak = 0;
        for (double sum : sums) {
            peak = Math.max(peak, sum);
        }
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(places);
        for (double sum : sums) {
            values.add(peak > 0 ? Math.max(0, sum) / peak : 0);
        }
        return new HeatMap(
                label,
                stage,
                prediction,
                peak,
                width,
                height,
                values.build().asList(),
                model.description().preprocessing().fit());
    }
}
