package dev.fer4j.eval.report.model;

import com.google.common.html.HtmlEscapers;

/** Text of HTML that is being written. Whatever is not markup of ours is escaped. */
public final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Adds markup, which is ours. */
    public Html raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Adds text, which may be anybody's. */
    public Html text(String text) {
        html.append(HtmlEscapers.htmlEscaper().escape(text));
        return this;
    }

    /** Adds an element with a text: {@code <h2>…</h2>} and a line break. */
    public Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
