package dev.fer4j.train.loader;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Mixes the images and targets of a batch in place. */
final class BatchMixer {

    private final ByteBuffer pixels;
    private final int size;
    private final float[] targets;
    private final RandomGenerator random;
    private final int[] partners;

    /**
     * Pairs each image with an image of the batch, possibly itself, by a random permutation.
     *
     * @param pixels {@code (N, size, size, 3)}, from position 0
     * @param targets {@code (N)}
     */
    BatchMixer(ByteBuffer pixels, int size, float[] targets, RandomGenerator random) {
        this.pixels = pixels;
        this.size = size;
        this.targets = targets;
        this.random = random;
        partners = new int[targets.length];
        for (int i = 0; i < partners.length; i++) {
            int j = random.nextInt(i + 1);
            partners[i] = partners[j];
            partners[j] = i;
        }
    }

    void apply(BatchAugmentation augmentation) {
        if (augmentation instanceof BatchAugmentation.Mixup mixup) {
            mixup(new Beta(mixup.alpha()).draw(random));
        } else if (augmentation instanceof BatchAugmentation.CutMix cutMix) {
            cutMix(new Beta(cutMix.alpha()).draw(random));
        }
    }

    private void mixup(double own) {
        byte[] before = before();
        int image = InputForm.bytes(size);
        for (int i = 0; i < partners.length; i++) {
            for (int k = 0; k < image; k++) {
                int a = before[i * image + k] & 0xff;
                int b = before[partners[i] * image + k] & 0xff;
                pixels.put(i * image + k, (byte) (int) (own * a + (1 - own) * b + 0.5));
            }
        }
        mixTargets(own);
    }

    private void cutMix(double own) {
        double half = size * Math.sqrt(1 - own) / 2;
        int x = random.nextInt(size);
        int y = random.nextInt(size);
        int left = (int) Math.max(0, Math.round(x - half));
        int right = (int) Math.min(size, Math.round(x + half));
        int top = (int) Math.max(0, Math.round(y - half));
        int bottom = (int) Math.min(size, Math.round(y + half));
        byte[] before = before();
        for (int i = 0; i < partners.length; i++) {
            for (int row = top; row < bottom; row++) {
                int offset = 3 * (row * size + left);
                pixels.put(
                        i * InputForm.bytes(size) + offset,
                        before,
                        partners[i] * InputForm.bytes(size) + offset,
                        3 * (right - left));
            }
        }
        mixTargets(1 - (double) (right - left) * (bottom - top) / (size * size));
    }

    private byte[] before() {
        byte[] before = new byte[targets.length * InputForm.bytes(size)];
        pixels.get(0, before);
        return before;
    }

    private void mixTargets(double own) {
        float[] before = Arrays.copyOf(targets, targets.length);
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) (own * before[i] + (1 - own) * before[partners[i]]);
        }
    }
}
