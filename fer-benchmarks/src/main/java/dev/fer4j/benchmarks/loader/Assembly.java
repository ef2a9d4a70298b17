package dev.fer4j.benchmarks.loader;

import ai.djl.Device;
import ai.djl.modality.cv.transform.Normalize;
import ai.djl.modality.cv.transform.ToTensor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.StackBatchifier;
import com.google.common.collect.Lists;
import dev.fer4j.core.Sample;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Assembles decoded images into batches for a network, with values in [−1, 1] and without
 * augmentation.
 *
 * @param images the decoded images
 * @param samples all samples, in order
 * @param batchSize number of samples in a batch
 */
record Assembly(ImageSource images, List<Sample> samples, int batchSize) {

    /** Uses fer4j's loader with one worker. */
    void ours(Consumer<NDArray> consumer) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                BatchLoader loader = new BatchLoader(images, batchSize, 1)) {
            Iterator<Batch> batches = loader.pass(samples);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                try (NDManager scratch = manager.newSubManager()) {
                    consumer.accept(batch.images(scratch));
                }
            }
        }
    }

    /**
     * Works like DJL's data sets: creates an array for each sample, transforms it, and stacks them.
     */
    void djl(Consumer<NDArray> consumer) {
        ToTensor toTensor = new ToTensor();
        Normalize normalize = new Normalize(half(), half());
        StackBatchifier batchifier = new StackBatchifier();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            for (List<Sample> part : Lists.partition(samples, batchSize)) {
                try (NDManager scratch = manager.newSubManager()) {
                    NDList[] arrays =
                            part.stream()
                                    .map(sample -> array(sample, scratch))
                                    .map(toTensor::transform)
                                    .map(normalize::transform)
                                    .map(NDList::new)
                                    .toArray(NDList[]::new);
                    consumer.accept(batchifier.batchify(arrays).singletonOrThrow());
                }
            }
        }
    }

    private NDArray array(Sample sample, NDManager manager) {
        return manager.create(
                ByteBuffer.wrap(images.get(sample).rgb()),
                new Shape(images.size(), images.size(), 3),
                DataType.UINT8);
    }

    private static float[] half() {
        return new float[] {0.5f, 0.5f, 0.5f};
    }

    /** Forces lazy computations to complete. */
    static void touch(NDArray batch) {
        float value = batch.getFloat(0, 0, 0, 0);
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalStateException("a value of " + value);
        }
    }
}
