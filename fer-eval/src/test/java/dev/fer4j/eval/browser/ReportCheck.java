package dev.fer4j.eval.browser;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens reports in headless Chromium, on a phone and on a desk, light and dark, and fails if one
 * asks for anything, logs anything, is wider than its window, has an image that does not show, a
 * link that leads nowhere, or a text that is too faint to read.
 *
 * <pre>ReportCheck PROGRAM [--screenshots FOLDER] REPORT…</pre>
 */
public final class ReportCheck {

    private ReportCheck() {}

    /** Exits with 0 if all is well, with 1 if something is wrong with a report. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        String program = rest.remove(0);
        Optional<Path> screenshots = Optional.empty();
        if (!rest.isEmpty() && rest.get(0).equals("--screenshots")) {
            screenshots = Optional.of(Path.of(rest.get(1)));
            rest.subList(0, 2).clear();
        }
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("no report is named");
        }
        boolean well = true;
        try (Chromium chromium = Chromium.start(program);
                DevTools browser = chromium.connect()) {
            for (String report : rest) {
                well &= check(browser, Path.of(report), screenshots, System.out);
            }
        }
        System.exit(well ? 0 : 1);
    }

    private static boolean check(
            DevTools browser, Path report, Optional<Path> screenshots, PrintStream out)
            throws IOException {
        if (!Files.isRegularFile(report)) {
            throw new IOException(report + " is no file");
        }
        String script =
                Resources.toString(
                        Resources.getResource(ReportCheck.class, "complaints.js"),
                        StandardCharsets.UTF_8);
        boolean well = true;
        for (PageCheck.View view : PageCheck.View.ALL) {
            PageCheck page = PageCheck.open(browser, report, script, view);
            List<String> complaints = page.complaints();
            out.println(report + " " + view + ": " + (complaints.isEmpty() ? "well" : "NOT WELL"));
            complaints.forEach(complaint -> out.println("    " + complaint));
            well &= complaints.isEmpty();
            if (screenshots.isPresent()) {
                page.screenshot(screenshots.get().resolve(view + ".png"));
            }
        }
        return well;
    }
}
