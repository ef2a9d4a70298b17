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
import java.util.stream.Stream;

/**
 * Opens reports in headless Chromium, on a phone and on a desk, light and dark, and fails if one
 * asks for anything, logs anything, is wider than its window, has an image that does not show, a
 * link that leads nowhere, or text that is too faint to read. With {@code --prove} it damages the
 * report in each of these ways and fails if it does not notice.
 *
 * <p>With {@code --summary} it makes a picture of the beginning of a report's summary instead, up
 * to the differences and the words below them.
 *
 * <pre>ReportCheck PROGRAM [--prove | --screenshots FOLDER | --summary PICTURE] REPORT…</pre>
 */
public final class ReportCheck {

    private static final PageCheck.View PAGE = new PageCheck.View(900, "light");

    private final DevTools browser;
    private final PrintStream out;
    private final String script;

    private ReportCheck(DevTools browser, PrintStream out) throws IOException {
        this.browser = browser;
        this.out = out;
        this.script =
                Resources.toString(
                        Resources.getResource(ReportCheck.class, "complaints.js"),
                        StandardCharsets.UTF_8);
    }

    /** Exits with 0 if all is well, with 1 if something is wrong with a report. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        String program = rest.remove(0);
        boolean prove = rest.remove("--prove");
        Optional<Path> screenshots = option("--screenshots", rest);
        Optional<Path> summary = option("--summary", rest);
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("no report is named");
        }
        boolean well = true;
        try (Chromium chromium = Chromium.start(program);
                DevTools browser = chromium.connect()) {
            ReportCheck check = new ReportCheck(browser, System.out);
            for (String report : rest) {
                Path file = Path.of(report).toAbsolutePath();
                if (summary.isPresent()) {
                    check.drawSummary(file, summary.get());
                    continue;
                }
                well &= prove ? check.seesDamage(file) : check.isWell(file, screenshots);
            }
        }
        System.exit(well ? 0 : 1);
    }

    private static Optional<Path> option(String name, List<String> rest) {
        if (rest.isEmpty() || !rest.get(0).equals(name)) {
            return Optional.empty();
        }
        Path value = Path.of(rest.get(1));
        rest.subList(0, 2).clear();
        return Optional.of(value);
    }

    private void drawSummary(Path report, Path picture) throws IOException {
        PageCheck page = PageCheck.open(browser, report, script, PAGE);
        page.screenshotTo(picture, "#section-1 > figure ~ p");
        page.close();
    }

    private boolean isWell(Path report, Optional<Path> screenshots) throws IOException {
        if (!Files.isRegularFile(report)) {
            throw new IOException(report + " is no file");
        }
        boolean well = true;
        for (PageCheck.View view : PageCheck.View.ALL) {
            PageCheck page = PageCheck.open(browser, report, script, view);
            List<String> complaints = page.complaints();
            out.println(report + " " + view + ": " + (complaints.isEmpty() ? "well" : "NOT WELL"));
            complaints.forEach(complaint -> out.println("    " + complaint));
            well &= complaints.isEmpty();
            if (screenshots.isPresent()) {
                String name = report.getParent().getFileName() + "-" + view + ".png";
                page.screenshot(screenshots.get().resolve(name));
            }
            page.close();
        }
        return well;
    }

    private boolean seesDamage(Path report) throws IOException {
        String html = Files.readString(report);
        String open = html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        Path folder = Files.createTempDirectory("damaged");
        boolean seen = true;
        try {
            for (Damage damage : Damage.ALL) {
                seen &= sees(damage, damage.in(html), folder);
            }
            for (Damage damage : List.of(Damage.WITHOUT_POLICY, Damage.LOGGING)) {
                seen &= sees(damage, damage.in(open), folder);
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        return seen;
    }

    private boolean sees(Damage damage, String html, Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("damaged.html"), html);
        PageCheck check = PageCheck.open(browser, page, script, PageCheck.View.ALL.get(0));
        List<String> complaints = check.complaints();
        check.close();
        boolean seen = complaints.stream().anyMatch(c -> c.startsWith(damage.complaint()));
        out.println((seen ? "sees " : "DOES NOT SEE ") + damage.markup());
        if (!seen) {
            complaints.forEach(complaint -> out.println("    " + complaint));
        }
        return seen;
    }
}
