package dev.fer4j.data.source.internal;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders names naturally: {@code 2.mp4} before {@code 10.mp4}. Independent of locale and file
 * system; different names never compare as equal.
 */
final class NaturalOrder implements Comparator<String> {

    private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String left, String right) {
        Matcher a = RUN.matcher(left);
        Matcher b = RUN.matcher(right);
        while (a.find()) {
            if (!b.find()) {
                return 1;
            }
            int order = compareRuns(a.group(), b.group());
            if (order != 0) {
                return order;
            }
        }
        return b.find() ? -1 : left.compareTo(right);
    }

    private static int compareRuns(String a, String b) {
        if (!isNumber(a) || !isNumber(b)) {
            return a.compareToIgnoreCase(b);
        }
        String x = withoutZeros(a);
        String y = withoutZeros(b);
        int order = Integer.compare(x.length(), y.length());
        return order != 0 ? order : x.compareTo(y);
    }

    private static boolean isNumber(String run) {
        return run.charAt(0) >= '0' && run.charAt(0) <= '9';
    }

    private static String withoutZeros(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }
}
