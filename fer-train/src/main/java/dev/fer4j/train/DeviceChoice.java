package dev.fer4j.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to compute: the CPU or one GPU. A GPU that is asked for and absent is an error, never a
 * silent CPU.
 *
 * @param gpu index of the GPU; empty for the CPU
 */
public record DeviceChoice(Optional<Integer> gpu) {

    /** The CPU. */
    public static final DeviceChoice CPU = new DeviceChoice(Optional.empty());

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,2}))?");

    /**
     * Reads {@code cpu}, {@code gpu} (the first one) or {@code gpu:1}.
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
                    List.of(
                            new Problem(
                                    Problem.Kind.BAD_SETTING,
                                    "device '" + text + "'",
                                    "expected cpu, gpu or gpu:N",
                                    "")));
        }
        String index = matcher.group(1);
        return new DeviceChoice(Optional.of(index == null ? 0 : Integer.parseInt(index)));
    }

    /**
     * Checks that the device is there, before work begins.
     *
     * @throws PlanException if there is no such GPU, or the engine has no CUDA
     */
    public void requirePresent() {
        resolve();
    }

    Device resolve() {
        return gpu.isEmpty()
                ? Device.cpu()
                : resolve(gpu.get(), Engine.getEngine("PyTorch").getGpuCount());
    }

    static Device resolve(int index, int count) {
        if (index < count) {
            return Device.gpu(index);
        }
        throw new PlanException(
                List.of(
                        new Problem(
                                Problem.Kind.BAD_SETTING,
                                "device gpu:" + index,
                                "PyTorch sees " + count + (count == 1 ? " GPU" : " GPUs"),
                                count == 0
                                        ? "build with -Pcuda on a machine with an NVIDIA driver"
                                                + " for CUDA 12.4, or use --device cpu"
                                        : "use gpu:0 to gpu:" + (count - 1))));
    }

    @Override
    public String toString() {
        return gpu.map(index -> "gpu:" + index).orElse("cpu");
    }
}
