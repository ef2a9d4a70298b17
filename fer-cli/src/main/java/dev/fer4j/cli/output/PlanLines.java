package dev.fer4j.cli.output;

import java.io.PrintWriter;
import java.util.Map;

/** Prints a plan before work begins, one line per setting. */
public final class PlanLines {

    private PlanLines() {}

    public static void print(Map<String, String> settings, PrintWriter out) {
        out.println("Plan");
        settings.forEach((name, value) -> out.printf("  %-26s %s%n", name, value));
        out.flush();
    }
}
