package dev.fer4j.data.image.internal;

/**
 * The bits of a pixel that hold one channel.
 *
 * @param shift the position of the lowest bit
 * @param bits their number, 0 to 32; with 0 the channel is 0 everywhere
 */
record BitMask(int shift, int bits) {

    static BitMask of(long mask) throws TruncatedException {
        int shift = mask == 0 ? 0 : Long.numberOfTrailingZeros(mask);
        int bits = Long.bitCount(mask);
        if (mask >>> shift != (1L << bits) - 1) {
            throw new TruncatedException(
                    "is damaged: the BMP's bit mask " + Long.toHexString(mask) + " has gaps");
        }
        return new BitMask(shift, bits);
    }

    /**
     * Returns the channel's value from 0 to 255. Fewer than eight bits are repeated until they fill
     * the byte, so that all ones are 255; of more, the upper eight are kept.
     */
    int valueIn(int pixel) {
        if (bits == 0) {
            return 0;
        }
        long value = (pixel & 0xffffffffL) >>> shift & (1L << bits) - 1;
        int filled = bits;
        while (filled < 8) {
            value |= value << filled;
            filled *= 2;
        }
        return (int) (value >>> (filled - 8)) & 0xff;
    }
}
