package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of reference values. All files are made in the folder {@code src/test/python} by
 *
 * <pre>
 * apt-get install python3-scipy python3-statsmodels python3-mpmath
 * /usr/bin/python3 inference_reference.py NAME \
 *     &gt; ../resources/dev/fer4j/eval/inference/NAME.tsv
 * </pre>
 */
public record Reference(String line, List<String> fields) {

    public static List<Reference> of(String name) throws IOException {
        return Resources.readLines(
                        Resources.getResource(Reference.class, name + ".tsv"),
                        StandardCharsets.UTF_8)
                .stream()
                .map(line -> new Reference(line, Splitter.on('\t').splitToList(line)))
                .toList();
    }

    String field(int index) {
        return fields.get(index);
    }

    /** Whether the reference has no value either. */
    public boolean isUndefined(int index) {
        return field(index).equals("nan");
    }

    public double number(int index) {
        return Double.parseDouble(field(index));
    }

    /** Numbers between commas. */
    public double[] numbers(int index) {
        return numbers(field(index));
    }

    private static double[] numbers(String text) {
        return Splitter.on(',')
                .omitEmptyStrings()
                .splitToStream(text)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Groups between semicolons. */
    public List<double[]> groups(int index) {
        return Splitter.on(';')
                .omitEmptyStrings()
                .splitToStream(field(index))
                .map(Reference::numbers)
                .toList();
    }

    public double[][] table(int index) {
        return groups(index).toArray(new double[0][]);
    }

    /** Zeros and ones. */
    boolean[] classes(int index) {
        boolean[] classes = new boolean[field(index).length()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = field(index).charAt(i) == '1';
        }
        return classes;
    }

    Clusters clusters(int index) {
        List<String> names = new ArrayList<>();
        Arrays.stream(numbers(index)).forEach(name -> names.add(Double.toString(name)));
        return Clusters.of(names);
    }

    /** A number is that of the reference, to a difference relative to it. */
    public void assertClose(double actual, int index, double relative) {
        assertClose(actual, number(index), relative);
    }

    public void assertClose(double actual, double expected, double relative) {
        // Zero, and what rounding makes of it in a reference.
        double allowed = Math.max(relative * Math.abs(expected), 1e-300);
        assertThat(Math.abs(actual - expected))
                .as("%s instead of %s, in %s", actual, expected, line)
                .isLessThanOrEqualTo(allowed);
    }

    @Override
    public String toString() {
        return line.length() <= 100 ? line : line.substring(0, 100) + " …";
    }
}
