package dev.fer4j.synthesis.network;

import ai.djl.Device;

/** Where standard normal numbers come from, of which training needs millions in a step. */
public enum NormalNumbers {

    /**
     * From Java's generator: the same numbers on every device, to which they are copied. On a CPU
     * that is all there is to do.
     */
    JAVA,

    /**
     * Computed from their seeds by the device that uses them. Other numbers than Java's for the
     * same seeds; the same in each run and on every such device, up to rounding.
     */
    DEVICE;

    /** Java's on the CPU, and the device's own on any other. */
    public static NormalNumbers on(Device device) {
        return device.equals(Device.cpu()) ? JAVA : DEVICE;
    }
}
