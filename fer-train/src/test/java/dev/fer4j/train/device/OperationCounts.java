package dev.fer4j.train.device;

import static java.util.Comparator.comparingInt;

import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a piece of work asks of the engine and its device.
 *
 * @param operations operators that are not part of others, except views: a GPU's launches, roughly
 * @param uploads how often Java's memory goes to the GPU
 * @param bytes how many bytes these are
 * @param reads how often memory comes from the GPU
 */
public record OperationCounts(long operations, long uploads, long bytes, long reads) {

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

    /**
     * Counts. What crosses to and from a GPU is counted where {@link EngineCalls} is called.
     *
     * @param profile a file to be written
     */
    public static OperationCounts of(Runnable work, Path profile) throws IOException {
        long uploads = EngineCalls.uploads();
        long bytes = EngineCalls.bytes();
        long reads = EngineCalls.reads();
        JniUtils.startProfile(false, false, false);
        work.run();
        JniUtils.stopProfile(profile.toString());
        List<Operator> operators = operators(Files.readString(profile));
        long numbers = operators.stream().filter(one -> one.name().equals(NUMBER)).count();
        return new OperationCounts(
                outermost(operators),
                EngineCalls.uploads() - uploads,
                EngineCalls.bytes() - bytes,
                EngineCalls.reads() - reads + numbers);
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
