package dev.fer4j.eval.browser;

import java.util.List;

/**
 * Something that could go wrong with a report, to prove that the check would see it.
 *
 * @param markup that is put before the end of the body
 * @param complaint what the check has to say, or the beginning of it
 */
record Damage(String markup, String complaint) {

    /** One for everything that is checked. */
    static final List<Damage> ALL =
            List.of(
                    new Damage("<img src=\"http://localhost:9/a.png\" alt=\"a\">", "logs error: "),
                    new Damage("<img src=\"a.png\" alt=\"a\">", "does not show the image \"a\""),
                    new Damage(
                            "<link rel=\"stylesheet\" href=\"http://localhost:9/a.css\">",
                            "logs error: "),
                    new Damage("<script>document.title = 1</script>", "logs error: "),
                    new Damage(
                            "<img src=\"data:image/png;base64,AAAA\" alt=\"b\">",
                            "does not show the image \"b\""),
                    new Damage(
                            "<img src=\"data:image/png;base64,AAAA\">",
                            "has an image without a text"),
                    new Damage("<div style=\"width: 2000px\">wide</div>", "is 20"),
                    new Damage(
                            "<div class=\"plate\"><svg style=\"width: 9px; height:"
                                    + " 9px\"></svg></div>",
                            "shows a figure at"),
                    new Damage(
                            "<div class=\"plate\"><svg viewBox=\"0 0 99 99\"><text x=\"90\""
                                    + " y=\"20\">long words</text></svg></div>",
                            "cuts off words of a figure"),
                    new Damage(
                            "<div class=\"plate\"><svg viewBox=\"0 0 99999 99\"><text x=\"9\""
                                    + " y=\"20\">a</text></svg></div>",
                            "has words of 0"),
                    new Damage(
                            "<style>header { height: 900px }</style>",
                            "shows only to those who scroll"),
                    new Damage("<a href=\"#nowhere\">a</a>", "links to #nowhere"),
                    new Damage("<a href=\"https://example.org\">a</a>", "links to https:"),
                    new Damage("<p id=\"section-1\">twice</p>", "has the id section-1 twice"),
                    new Damage(
                            "<p style=\"color: #888; background: #999\">faint</p>",
                            "has a contrast of 1"));

    /** The same page without its content security policy, which asks for what it may not. */
    static final Damage WITHOUT_POLICY =
            new Damage("<img src=\"http://localhost:9/a.png\" alt=\"a\">", "asks for http://loc");

    /** Scripts run without the policy, and what they log is seen. */
    static final Damage LOGGING =
            new Damage("<script>console.error('no'); throw 1</script>", "console.error");

    /** The page with the damage. */
    String in(String html) {
        return html.replace("</body>", markup + "</body>");
    }
}
