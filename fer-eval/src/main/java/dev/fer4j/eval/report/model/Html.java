package dev.fer4j.eval.report.model;

import com.google.common.html.HtmlEscapers;
import dev.fer4j.core.text.VisibleText;

/**
 * A builder of HTML that escapes everything except its own markup. Control characters and
 * characters that change the direction of writing are {@linkplain VisibleText shown}.
 */
public final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Appends trusted markup, unescaped. */
    public Html raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Appends untrusted text, escaped. */
    public Html text(String text) {
        html.append(HtmlEscapers.htmlEscaper().escape(VisibleText.lines(text)));
        return this;
    }

    /** Appends an element with a text, {@code <h2>…</h2>}, and a line break. */
    public Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
