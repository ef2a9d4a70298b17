package dev.fer4j.eval.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Opens a page as a reader would see it and lists what is wrong. */
final class PageCheck {

    private static final int HEIGHT = 900;

    /** The margin of a picture below its last element. */
    private static final int BELOW = 24;

    /**
     * How a page is looked at.
     *
     * @param width of the window in CSS pixels
     * @param scheme {@code light} or {@code dark}
     */
    record View(int width, String scheme) {

        /** A phone and a desk, by day and by night. */
        static final List<View> ALL =
                List.of(
                        new View(390, "light"),
                        new View(390, "dark"),
                        new View(1280, "light"),
                        new View(1280, "dark"));

        @Override
        public String toString() {
            return width + "-" + scheme;
        }
    }

    private final DevTools browser;
    private final String address;
    private final String script;
    private final View view;
    private final String target;
    private final String session;

    private PageCheck(DevTools browser, Path page, String script, View view) throws IOException {
        this.browser = browser;
        this.address = page.toUri().toString();
        this.script = script;
        this.view = view;
        this.target =
                browser.send("", "Target.createTarget", Map.of("url", "about:blank"))
                        .path("targetId")
                        .asText();
        this.session =
                browser.send(
                                "",
                                "Target.attachToTarget",
                                Map.of("targetId", target, "flatten", true))
                        .path("sessionId")
                        .asText();
    }

    /**
     * Opens a page in a tab of its own.
     *
     * @param script evaluated in the page; gives a list of complaints
     */
    static PageCheck open(DevTools browser, Path page, String script, View view)
            throws IOException {
        PageCheck check = new PageCheck(browser, page, script, view);
        check.load();
        return check;
    }

    private void load() throws IOException {
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            send(domain + ".enable", Map.of());
        }
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        view.width(),
                        "height",
                        HEIGHT,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        view.width() < 600));
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", view.scheme()))));
        send("Page.navigate", Map.of("url", address));
        browser.await(session, "Page.loadEventFired");
    }

    /** What is wrong, in words; empty if all is well. */
    List<String> complaints() throws IOException {
        List<String> complaints = new ArrayList<>();
        // Answered after a frame was drawn, by which all of the page's requests were made.
        JsonNode answer =
                send(
                        "Runtime.evaluate",
                        Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException("the check's script failed: " + answer.path("exceptionDetails"));
        }
        answer.path("result").path("value").forEach(text -> complaints.add(text.asText()));
        for (JsonNode event : browser.events(session, "Network.requestWillBeSent")) {
            String url = event.path("request").path("url").asText();
            if (!url.equals(address) && !url.startsWith("data:image/")) {
                complaints.add("asks for " + url);
            }
        }
        for (JsonNode event : browser.events(session, "Log.entryAdded")) {
            JsonNode entry = event.path("entry");
            complaints.add(
                    "logs " + entry.path("level").asText() + ": " + entry.path("text").asText());
        }
        for (JsonNode event : browser.events(session, "Runtime.consoleAPICalled")) {
            complaints.add("console." + event.path("type").asText() + " " + event.path("args"));
        }
        for (JsonNode event : browser.events(session, "Runtime.exceptionThrown")) {
            complaints.add("throws " + event.path("exceptionDetails").path("text").asText());
        }
        return complaints;
    }

    /** A picture of the whole page. */
    void screenshot(Path file) throws IOException {
        JsonNode size = send("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        screenshot(file, size.path("width").asDouble(), size.path("height").asDouble());
    }

    /** A picture of the page down to the end of an element. */
    void screenshotTo(Path file, String selector) throws IOException {
        String expression =
                "document.querySelector('" + selector + "').getBoundingClientRect().bottom";
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(address + " has no " + selector);
        }
        double bottom = answer.path("result").path("value").asDouble();
        screenshot(file, view.width(), Math.ceil(bottom) + BELOW);
    }

    private void screenshot(Path file, double width, double height) throws IOException {
        JsonNode shot =
                send(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of(
                                        "x", 0, "y", 0, "width", width, "height", height, "scale",
                                        1)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    /** Closes the tab. */
    void close() throws IOException {
        browser.send("", "Target.closeTarget", Map.of("targetId", target));
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws IOException {
        return browser.send(session, method, parameters);
    }
}
