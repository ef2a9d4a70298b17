package dev.fer4j.benchmarks.startup;

/** Does nothing, so that its time is that of a JVM. */
public final class EmptyProgram {

    private EmptyProgram() {}

    public static void main(String[] arguments) {
        // Nothing.
    }
}
