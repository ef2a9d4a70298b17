package dev.fer4j.eval.report.plot;

import com.google.common.html.HtmlEscapers;
import dev.fer4j.core.text.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes SVG. Colours are attributes, so that any program shows them; classes let a page's style
 * sheet override them.
 */
final class SvgCanvas implements Canvas {

    private final StringBuilder svg = new StringBuilder();

    private SvgCanvas() {}

    /** Draws an SVG element of a given size, with a title for screen readers. */
    static String draw(double width, double height, String title, Consumer<Canvas> drawing) {
        return draw(width, height, title, "", drawing);
    }

    /** Likewise, on white and with its own font, for a standalone file. */
    static String drawAlone(double width, double height, String title, Consumer<Canvas> drawing) {
        String font = " font-family=\"Helvetica Neue, Arial, Liberation Sans, sans-serif\"";
        return draw(
                width,
                height,
                title,
                font,
                canvas -> {
                    ((SvgCanvas) canvas)
                            .svg.append(
                                    "<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
                    drawing.accept(canvas);
                });
    }

    private static String draw(
            double width,
            double height,
            String title,
            String attributes,
            Consumer<Canvas> drawing) {
        SvgCanvas canvas = new SvgCanvas();
        canvas.svg
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\"")
                .append(attributes)
                .append(">\n<title>")
                .append(escape(title))
                .append("</title>\n");
        drawing.accept(canvas);
        return canvas.svg.append("</svg>\n").toString();
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        // An inner SVG element clips its content and, unlike a clip path, needs no id.
        svg.append("<svg x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" viewBox=\"")
                .append(number(x) + " " + number(y) + " " + number(width) + " " + number(height))
                .append("\">\n");
    }

    @Override
    public void unclip() {
        svg.append("</svg>\n");
    }

    @Override
    public void line(List<PlotPoint> points, Ink ink, Stroke stroke) {
        svg.append("<path class=\"line ").append(ink.id()).append("\" d=\"");
        appendPath(points);
        svg.append("\" fill=\"none\" stroke=\"")
                .append(colour(ink))
                .append("\" stroke-width=\"")
                .append(number(stroke.width()));
        if (stroke.dashes().isEmpty()) {
            svg.append("\" stroke-linejoin=\"round\" stroke-linecap=\"round");
        } else {
            svg.append("\" stroke-linejoin=\"round\" stroke-dasharray=\"")
                    .append(numbers(stroke.dashes()));
        }
        svg.append("\"/>\n");
    }

    private void appendPath(List<PlotPoint> points) {
        boolean begun = false;
        for (PlotPoint point : points) {
            if (Double.isNaN(point.y())) {
                begun = false;
                continue;
            }
            svg.append(begun ? ' ' : 'M').append(number(point.x())).append(',');
            svg.append(number(point.y()));
            begun = true;
        }
    }

    @Override
    public void area(List<PlotPoint> points, Ink ink) {
        svg.append("<path class=\"fill line ").append(ink.id()).append("\" d=\"");
        appendPath(points);
        svg.append("Z\" fill=\"")
                .append(colour(ink))
                .append("\" fill-opacity=\"0.15\" stroke=\"")
                .append(colour(ink))
                .append("\" stroke-width=\"")
                .append(number(Stroke.EDGE.width()))
                .append("\"/>\n");
    }

    @Override
    public void dot(PlotPoint at, Ink ink, double radius) {
        svg.append("<circle class=\"fill ")
                .append(ink.id())
                .append("\" cx=\"")
                .append(number(at.x()))
                .append("\" cy=\"")
                .append(number(at.y()))
                .append("\" r=\"")
                .append(number(radius))
                .append("\" fill=\"")
                .append(colour(ink))
                .append("\"/>\n");
    }

    @Override
    public void text(PlotPoint at, String text, Anchor anchor, Ink ink, Font font) {
        svg.append("<text class=\"fill ")
                .append(ink.id())
                .append("\" x=\"")
                .append(number(at.x()))
                .append("\" y=\"")
                .append(number(at.y()))
                .append("\" font-size=\"")
                .append(number(font.size()))
                .append(font.isBold() ? "\" font-weight=\"bold" : "")
                .append("\" fill=\"")
                .append(colour(ink))
                .append("\" stroke=\"#FFFFFF\" stroke-width=\"4\" paint-order=\"stroke")
                .append("\" text-anchor=\"")
                .append(anchor.name().toLowerCase(Locale.ROOT))
                .append("\">")
                .append(escape(text))
                .append("</text>\n");
    }

    private static String colour(Ink ink) {
        return String.format(Locale.ROOT, "#%06X", ink.rgb());
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream().map(SvgCanvas::number).collect(Collectors.joining(" "));
    }

    /** In tenths of a unit: finer than a screen's pixels, and the same on every machine. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = Long.toString(Math.abs(tenths) / 10);
        long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(VisibleText.line(text));
    }
}
