package dev.fer4j.train.device;

import ai.djl.Device;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The device to compute on: the CPU or one GPU. A missing GPU is an error; there is no silent
 * fallback to the CPU.
 *
 * @param gpu index of the GPU; empty for the CPU
 */
public record DeviceChoice(Optional<Integer> gpu) {

    /** The CPU. */
    public static final DeviceChoice CPU = new DeviceChoice(Optional.empty());

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,2}))?");

    /**
     * Parses {@code cpu}, {@code gpu} (the first one) or, for example, {@code gpu:1}.
     *
     * @throws PlanException if the text is none of these
     */
    public static DeviceChoice parse(String text) {
        if (text.equals("cpu")) {
            return CPU;
        }
        Matcher matcher = GPU.matcher(text);
        if (!matcher.matches()) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "device '" + text + "'",
                    "expected cpu, gpu or gpu:N",
                    "");
        }
        String index = matcher.group(1);
        return new DeviceChoice(Optional.of(index == null ? 0 : Integer.parseInt(index)));
    }

    /**
     * Checks that the device is available, before work begins.
     *
     * @throws PlanException if there is no such GPU, or the engine has no CUDA
     */
    public void requirePresent() {
        resolve();
    }

    /**
     * Returns the device for DJL.
     *
     * @throws PlanException if there is no such GPU, or the engine has no CUDA
     */
    public Device resolve() {
        return gpu.isEmpty() ? Device.cpu() : resolve(gpu.get(), GpuFacts.current());
    }

    /**
     * The kind of device, on which the last bits of a result depend: {@code cpu}, or the GPU's
     * model and the flavour of PyTorch's natives. It does not depend on the GPU's index.
     *
     * @throws PlanException if there is no such GPU, or the engine has no CUDA
     */
    public String kind() {
        return gpu.map(index -> GpuFacts.current().kind(index)).orElse("cpu");
    }

    static Device resolve(int index, GpuFacts facts) {
        if (facts.has(index)) {
            return Device.gpu(index);
        }
        throw new PlanException(List.of(facts.missing(index)));
    }

    @Override
    public String toString() {
        return gpu.map(index -> "gpu:" + index).orElse("cpu");
    }
}
