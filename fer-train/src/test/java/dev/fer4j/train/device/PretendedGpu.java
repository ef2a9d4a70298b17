package dev.fer4j.train.device;

import static net.bytebuddy.matcher.ElementMatchers.named;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.fer4j.train.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.pool.TypePool;

/**
 * A JVM in which DJL takes the CPU for a GPU: managers and arrays of a GPU say that they are there,
 * so that Java's side of DJL and of this project does all that it does for a GPU, while PyTorch
 * computes on the CPU. {@link EngineCalls} counts there.
 *
 * <p>A few of DJL's methods are changed in classes that come first on the class path.
 */
// What is assigned to a returned value's parameter is returned.
@SuppressWarnings("UnusedVariable")
public final class PretendedGpu {

    private static final String PT = "ai.djl.pytorch.";

    private PretendedGpu() {}

    /**
     * Runs a program whose lines are names and numbers.
     *
     * @param classes an empty folder
     */
    public static Map<String, Double> run(Path classes, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        pretend(classes);
        List<String> command = new ArrayList<>(ChildJvm.SMALL.command(program, arguments));
        int path = command.indexOf("-cp") + 1;
        command.set(path, classes + File.pathSeparator + command.get(path));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed: " + output);
        }
        return output.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(word -> word[0], word -> Double.valueOf(word[1])));
    }

    /**
     * Writes the changed classes.
     *
     * @param classes an empty folder, which a JVM is to have first on its class path
     */
    public static void pretend(Path classes) throws IOException {
        change(classes, PT + "engine.PtDeviceType", Map.of("toDeviceType", OnCpu.class));
        change(classes, PT + "engine.PtNDArray", Map.of("getDevice", OfManager.class));
        change(classes, GpuFacts.class.getName(), Map.of("has", Present.class, "kind", Kind.class));
        count(classes);
    }

    /**
     * Writes the one changed class that counts, on a real GPU too.
     *
     * @param classes a folder, which a JVM is to have first on its class path
     */
    public static void count(Path classes) throws IOException {
        change(
                classes,
                PT + "jni.JniUtils",
                Map.of(
                        "createNdFromByteBuffer",
                        Upload.class,
                        "set",
                        Overwrite.class,
                        "getByteBuffer",
                        Read.class));
    }

    private static void change(Path classes, String type, Map<String, Class<?>> methods)
            throws IOException {
        ClassFileLocator locator = ClassFileLocator.ForClassLoader.ofSystemLoader();
        DynamicType.Builder<?> changed =
                new ByteBuddy()
                        .redefine(
                                TypePool.Default.ofSystemLoader().describe(type).resolve(),
                                locator);
        for (Map.Entry<String, Class<?>> method : methods.entrySet()) {
            changed = changed.visit(Advice.to(method.getValue()).on(named(method.getKey())));
        }
        try (DynamicType.Unloaded<?> made = changed.make()) {
            made.saveIn(classes.toFile());
        }
    }

    /** PyTorch's number of the CPU. */
    private static final class OnCpu {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) int type) {
            type = 0;
        }
    }

    /** An array is where its manager is. */
    private static final class OfManager {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("manager") PtNDManager manager,
                @Advice.Return(readOnly = false) Device device) {
            device = manager.getDevice();
        }
    }

    private static final class Upload {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) ByteBuffer data, @Advice.Argument(5) Device device) {
            EngineCalls.upload(device, data);
        }
    }

    private static final class Overwrite {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) PtNDArray array, @Advice.Argument(1) ByteBuffer data) {
            EngineCalls.upload(array.getDevice(), data);
        }
    }

    private static final class Read {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) PtNDArray array) {
            EngineCalls.read(array.getDevice());
        }
    }

    /** Every GPU is there. */
    private static final class Present {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean present) {
            present = true;
        }
    }

    /** All are of one kind. */
    private static final class Kind {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String kind) {
            kind = "pretended";
        }
    }
}
