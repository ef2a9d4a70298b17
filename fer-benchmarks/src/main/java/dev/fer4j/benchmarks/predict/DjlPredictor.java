package dev.fer4j.benchmarks.predict;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import dev.fer4j.core.RgbImage;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * DJL's predictor in its usual form: a translator converts each image to an array (3, H, W), a
 * batchifier stacks them, and the trained network is used unchanged.
 */
final class DjlPredictor implements AutoCloseable {

    private final Model model;
    private final Predictor<RgbImage, Float> predictor;

    /** Creates a predictor for an initialized block, which stays open. */
    DjlPredictor(Block block) {
        model = Model.newInstance("peer", Device.cpu(), "PyTorch");
        model.setBlock(block);
        predictor = model.newPredictor(new ToLogit());
    }

    List<Float> predict(List<RgbImage> images) {
        try {
            return predictor.batchPredict(images);
        } catch (TranslateException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }

    private static final class ToLogit implements Translator<RgbImage, Float> {
        @Override
        public NDList processInput(TranslatorContext context, RgbImage image) {
            NDArray pixels =
                    context.getNDManager()
                            .create(
                                    ByteBuffer.wrap(image.rgb()),
                                    new Shape(image.height(), image.width(), 3),
                                    DataType.UINT8);
            return new NDList(
                    pixels.transpose(2, 0, 1).toType(DataType.FLOAT32, false).divi(127.5).subi(1));
        }

        @Override
        public Float processOutput(TranslatorContext context, NDList logits) {
            return logits.singletonOrThrow().getFloat(0);
        }

        @Override
        public Batchifier getBatchifier() {
            return Batchifier.STACK;
        }
    }
}
