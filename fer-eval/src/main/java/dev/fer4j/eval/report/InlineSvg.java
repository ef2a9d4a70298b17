package dev.fer4j.eval.report;

import com.google.common.base.Splitter;
import com.google.common.html.HtmlEscapers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of XChart's SVG one that can stand in a page beside others and is the same each time: no
 * XML declaration and document type (which names an address), ids that begin with the figure's name
 * in place of hash codes, coordinates in tenths of a pixel, a title for screen readers.
 */
final class InlineSvg {

    private static final Pattern CLIP = Pattern.compile("clip\\d+");
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{2,}(?:E-\\d+)?");

    private InlineSvg() {}

    /** XChart draws every segment of a line on its own; those of one look are joined here. */
    private static final Pattern SEGMENT =
            Pattern.compile(
                    "<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\""
                            + " y2=\"([^\"]*)\"/>");

    static String of(String svg, String name, String title) {
        String element = svg.substring(svg.indexOf("<svg"));
        String rounded = LONG_NUMBER.matcher(element).replaceAll(InlineSvg::tenths);
        Map<String, String> ids = new LinkedHashMap<>();
        String renamed =
                CLIP.matcher(rounded)
                        .replaceAll(
                                clip ->
                                        ids.computeIfAbsent(
                                                clip.group(),
                                                id -> name + "-clip" + (ids.size() + 1)));
        String joined = joinSegments(renamed);
        int end = joined.indexOf('>') + 1;
        String escaped = HtmlEscapers.htmlEscaper().escape(title);
        return joined.substring(0, end - 1)
                + " role=\"img\">\n  <title>"
                + escaped
                + "</title>"
                + joined.substring(end);
    }

    private static String joinSegments(String svg) {
        StringBuilder joined = new StringBuilder();
        String style = "";
        String end = "";
        for (String line : Splitter.on('\n').split(svg)) {
            Matcher segment = SEGMENT.matcher(line.strip());
            boolean isSegment = segment.matches();
            if (!style.isEmpty() && !(isSegment && segment.group(1).equals(style))) {
                joined.append("\"/>\n");
                style = "";
                end = "";
            }
            if (!isSegment) {
                joined.append(line).append('\n');
                continue;
            }
            if (style.isEmpty()) {
                style = segment.group(1);
                joined.append("<path style=\"").append(style).append("\" d=\"");
            }
            String start = segment.group(2) + "," + segment.group(4);
            if (!start.equals(end)) {
                joined.append('M').append(start).append('L');
            }
            end = segment.group(3) + "," + segment.group(5);
            joined.append(end).append(' ');
        }
        return joined.toString();
    }

    private static String tenths(MatchResult number) {
        String text = String.format(Locale.ROOT, "%.1f", Double.parseDouble(number.group()));
        return text.equals("-0.0") ? "0" : text.replaceFirst("\\.?0+$", "");
    }
}
