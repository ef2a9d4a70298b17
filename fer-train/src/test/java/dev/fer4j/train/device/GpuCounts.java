package dev.fer4j.train.device;

import static java.util.Comparator.comparingInt;

import ai.djl.Device;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts, in a program that {@link PretendedGpu} runs, what crosses to and from the GPU, how many
 * operations there are, and how many arrays and managers are attached to managers afterwards that
 * were not before.
 */
public final class GpuCounts {

    /** An operator of a profile: its name, when it began and how long it took, on which thread. */
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "\"name\": \"aten::(\\w+)\",\\s+\"ph\": \"X\",\\s+\"ts\": ([\\d.]+),"
                            + "\\s+\"dur\": ([\\d.]+),\\s+\"tid\": (\\d+)");

    /** The operator that reads a number within another, such as a condition of a script. */
    private static final String NUMBER = "_local_scalar_dense";

    /** Other shapes and handles of the same memory. */
    private static final Set<String> VIEWS =
            Set.of("reshape", "narrow", "slice", "select", "permute", "transpose", "detach");

    private final Path folder;
    private final int pieces;
    private final NDManager system =
            PyTorch.engine().newBaseManager(Device.cpu()).getParentManager();

    /**
     * Prepares to count.
     *
     * @param folder for a profile
     * @param pieces of work after which arrays and managers are counted
     */
    public GpuCounts(Path folder, int pieces) {
        this.folder = folder;
        this.pieces = pieces;
    }

    /** Does a piece of work several times, and prints its counts under its name. */
    public void print(String name, Runnable work) throws IOException, ReflectiveOperationException {
        // What is loaded or allocated once is there afterwards, and scripts are optimized.
        for (int i = 0; i < 3; i++) {
            work.run();
        }
        long uploads = EngineCalls.uploads();
        long bytes = EngineCalls.bytes();
        long reads = EngineCalls.reads();
        Path profile = folder.resolve("profile.json");
        JniUtils.startProfile(false, false, false);
        work.run();
        JniUtils.stopProfile(profile.toString());
        List<Operator> operators = operators(Files.readString(profile));
        long numbers = operators.stream().filter(one -> one.name().equals(NUMBER)).count();
        print(name, "uploads", EngineCalls.uploads() - uploads);
        print(name, "bytes", EngineCalls.bytes() - bytes);
        print(name, "reads", EngineCalls.reads() - reads + numbers);
        print(name, "operations", outermost(operators));
        long before = attached(system);
        for (int i = 0; i < pieces; i++) {
            work.run();
        }
        print(name, "attached", attached(system) - before);
    }

    private static void print(String work, String what, long number) {
        System.out.println(work + "." + what + " " + number);
    }

    /** The number of arrays and managers below a manager. */
    private static long attached(NDManager manager) throws ReflectiveOperationException {
        Field field = BaseNDManager.class.getDeclaredField("resources");
        field.setAccessible(true);
        long count = 0;
        for (Object resource : ((Map<?, ?>) field.get(manager)).values()) {
            count += 1 + (resource instanceof NDManager below ? attached(below) : 0);
        }
        return count;
    }

    private record Operator(String name, double start, double end, int thread) {}

    private static List<Operator> operators(String profile) {
        return OPERATOR.matcher(profile)
                .results()
                .map(
                        found -> {
                            double start = Double.parseDouble(found.group(2));
                            double end = start + Double.parseDouble(found.group(3));
                            return new Operator(
                                    found.group(1), start, end, Integer.parseInt(found.group(4)));
                        })
                .sorted(comparingInt(Operator::thread).thenComparing(Operator::start))
                .toList();
    }

    /** Counts operators that are not part of others, except views: a GPU's launches, roughly. */
    private static long outermost(List<Operator> operators) {
        long count = 0;
        int thread = -1;
        double end = 0;
        for (Operator operator : operators) {
            if (operator.thread() != thread || operator.start() >= end) {
                thread = operator.thread();
                end = operator.end();
                count += VIEWS.contains(operator.name()) ? 0 : 1;
            }
        }
        return count;
    }
}
