package dev.fer4j.eval.report.format;

import dev.fer4j.eval.report.model.BlockWriter;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.model.Html;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Plot;
import java.util.List;

/** Writes blocks as HTML. */
final class HtmlBlocks implements BlockWriter {

    private final Html html;

    HtmlBlocks(Html html) {
        this.html = html;
    }

    @Override
    public void heading(String text) {
        html.element("h3", text);
    }

    @Override
    public void paragraph(String text) {
        html.element("p", text);
    }

    @Override
    public void points(List<String> texts) {
        html.raw("<ul class=\"points\">\n");
        texts.forEach(text -> html.element("li", text));
        html.raw("</ul>\n");
    }

    @Override
    public void warning(String text) {
        html.raw("<p class=\"warning\" role=\"note\"><strong>Warning.</strong> ")
                .text(text)
                .raw("</p>\n");
    }

    @Override
    public void verbatim(String text) {
        html.raw("<pre tabindex=\"0\">").text(text.strip()).raw("\n</pre>\n");
    }

    @Override
    public void table(Table table) {
        html.raw(table.toHtml());
    }

    @Override
    public void figure(Figure figure) {
        html.raw(figure.plots().size() == 1 ? "<figure class=\"single\">\n" : "<figure>\n")
                .raw(
                        figure.plots().stream().allMatch(Plot::isPanel)
                                ? "<div class=\"plots panels\">\n"
                                : "<div class=\"plots\">\n");
        for (Plot plot : figure.plots()) {
            html.raw("<div class=\"plate\" tabindex=\"0\">\n").raw(plot.toSvg()).raw("</div>\n");
        }
        html.raw("</div>\n");
        if (!figure.legend().isEmpty()) {
            html.raw("<ul class=\"legend\">\n");
            for (LegendEntry entry : figure.legend()) {
                html.raw("<li>").raw(entry.toSvg()).text(entry.label()).raw("</li>\n");
            }
            html.raw("</ul>\n");
        }
        html.raw("<figcaption>").text(figure.caption()).raw("</figcaption>\n</figure>\n");
    }

    @Override
    public void pictures(List<Picture> pictures) {
        html.raw("<div class=\"pictures\">\n");
        for (Picture picture : pictures) {
            html.raw("<div class=\"picture\"><img src=\"")
                    .raw(picture.toDataUri())
                    .raw("\" alt=\"")
                    .text(picture.description())
                    .raw("\">");
            if (!picture.caption().isEmpty()) {
                html.element("p", picture.caption());
            }
            html.raw("</div>\n");
        }
        html.raw("</div>\n");
    }
}
