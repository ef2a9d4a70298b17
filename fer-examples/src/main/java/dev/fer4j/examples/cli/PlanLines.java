package dev.fer4j.examples.cli;

import java.io.PrintWriter;
import java.util.Map;

/** A plan before work begins: a line for each setting. */
final class PlanLines {

    private PlanLines() {}

    static void print(Map<String, String> settings, PrintWriter out) {
        out.println("Plan");
        settings.forEach((name, value) -> out.printf("  %-26s %s%n", name, value));
        out.flush();
    }
}
