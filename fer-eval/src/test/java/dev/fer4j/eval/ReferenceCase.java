package dev.fer4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.fer4j.eval.metric.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An input and the values that scikit-learn 1.2.1, SciPy 1.10.1 and NumPy 1.24.2 have for it, or
 * exact arithmetic where those have none. The stored values were made, in this module's folder and
 * with {@code python3-sklearn} of Debian 12, by
 *
 * <pre>
 * /usr/bin/python3 src/test/python/metric_reference.py curves &gt; …/metric/curves.tsv
 * </pre>
 *
 * <p>and likewise for {@code large}, {@code thresholds}, {@code calibration}, {@code fairness} and
 * {@code multiclass}, … being {@code src/test/resources/dev/fer4j/eval}. Inputs are made by the
 * same integers there and here.
 */
public final class ReferenceCase {

    /** Sorts of inputs; 200 of each. */
    public enum Kind {
        /** Few samples, different scores, skilled or misled. */
        MIXED(0),
        /** Two to seven different scores. */
        TIES(1000),
        /** Two to five samples. */
        TINY(2000),
        /** One score for all samples. */
        CONSTANT(3000),
        /** One sample of one class, up to 248 of the other. */
        IMBALANCED(4000);

        private final long firstSeed;

        Kind(long firstSeed) {
            this.firstSeed = firstSeed;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Double> PREVALENCES = List.of(0.2, 0.5, 0.831);
    private static final List<Double> SKILLS = List.of(-0.3, 0.0, 0.2, 0.6);
    private static final String UNDEFINED = "undefined";

    private final String name;
    private final boolean[] positives;
    private final double[] scores;
    private final Map<String, String> values;

    private ReferenceCase(
            String name, boolean[] positives, double[] scores, Map<String, String> values) {
        this.name = name;
        this.positives = positives;
        this.scores = scores;
        this.values = values;
    }

    /** The 200 inputs of a kind, with the values of a file beside the test. */
    public static List<ReferenceCase> of(Class<?> test, String file, Kind kind) {
        List<ReferenceCase> cases =
                rows(test, file).stream()
                        .filter(row -> kind.id().equals(row.get("kind")))
                        .map(row -> small(kind, row))
                        .toList();
        assertThat(cases).hasSize(200);
        return cases;
    }

    /**
     * Three inputs of a million samples: different scores, 1,000 different scores, few positives.
     */
    public static List<ReferenceCase> large(Class<?> test, String file) {
        List<Map<String, String>> rows = rows(test, file);
        return List.of(
                large(rows.get(0), 0.5, 0),
                large(rows.get(1), 0.831, 1000),
                large(rows.get(2), 0.0001, 0));
    }

    private static List<Map<String, String>> rows(Class<?> test, String file) {
        try {
            List<String> lines =
                    Resources.readLines(Resources.getResource(test, file), StandardCharsets.UTF_8);
            List<String> columns = Splitter.on('\t').splitToList(lines.get(0));
            return lines.stream().skip(1).map(line -> row(columns, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> columns, String line) {
        ImmutableMap.Builder<String, String> row = ImmutableMap.builder();
        List<String> fields = Splitter.on('\t').splitToList(line);
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), fields.get(i));
        }
        return row.build();
    }

    private static ReferenceCase small(Kind kind, Map<String, String> row) {
        int number = Integer.parseInt(row.get("number"));
        SplitMix64 random = new SplitMix64(kind.firstSeed + number);
        int n =
                switch (kind) {
                    case MIXED -> 2 + random.below(60);
                    case TIES -> 2 + random.below(100);
                    case TINY -> 2 + random.below(4);
                    case CONSTANT -> 2 + random.below(50);
                    case IMBALANCED -> 50 + random.below(200);
                };
        double prevalence = PREVALENCES.get(random.below(3));
        double skill = SKILLS.get(random.below(4));
        int levels =
                switch (kind) {
                    case MIXED, CONSTANT, IMBALANCED -> 0;
                    case TIES -> 2 + random.below(6);
                    case TINY -> 4;
                };
        boolean rare = random.below(2) == 1;
        boolean[] positives = new boolean[n];
        if (kind == Kind.IMBALANCED) {
            levels = 100 * random.below(2);
            for (int i = 0; i < n; i++) {
                positives[i] = (i == 1) == rare;
            }
        } else {
            for (int i = 0; i < n; i++) {
                positives[i] = random.uniform() < prevalence;
            }
            positives[0] = false;
            positives[1] = true;
        }
        double constant = random.uniform();
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            double score = random.uniform() * (1 - Math.abs(skill));
            boolean raised = positives[i] == skill >= 0;
            score += raised ? Math.abs(skill) : 0;
            score = levels > 0 ? Math.floor(score * levels) / levels : score;
            scores[i] = kind == Kind.CONSTANT ? constant : score;
        }
        return new ReferenceCase(kind.id() + " " + number, positives, scores, row);
    }

    private static ReferenceCase large(Map<String, String> row, double prevalence, int levels) {
        int number = Integer.parseInt(row.get("number"));
        SplitMix64 classes = new SplitMix64(2L * number);
        SplitMix64 noise = new SplitMix64(2L * number + 1);
        boolean[] positives = new boolean[1_000_000];
        double[] scores = new double[positives.length];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = classes.uniform() < prevalence;
            double score = noise.uniform() * (1 - 0.2) + (positives[i] ? 0.2 : 0);
            scores[i] = levels > 0 ? Math.floor(score * levels) / levels : score;
        }
        return new ReferenceCase(row.get("kind"), positives, scores, row);
    }

    /** For each sample its class. */
    public boolean[] positives() {
        return positives;
    }

    /** For each sample its score, in [0, 1]. */
    public double[] scores() {
        return scores;
    }

    /** For each sample one of three groups. */
    public int[] groups() {
        Kind kind = Kind.valueOf(values.get("kind").toUpperCase(Locale.ROOT));
        int number = Integer.parseInt(values.get("number"));
        SplitMix64 random = new SplitMix64(100_000 + kind.firstSeed + number);
        return IntStream.range(0, positives.length).map(i -> random.below(3)).toArray();
    }

    /** A number of the input's, for example a limit. */
    public double number(String column) {
        return Double.parseDouble(values.get(column));
    }

    /** Which of the 200 it is. */
    public int index() {
        return Integer.parseInt(values.get("number"));
    }

    /** Checks a value that must be there. */
    public void assertValue(double actual, String column) {
        double expected = number(column);
        // Relative, but for values near 0, which are differences of numbers up to 1.
        assertThat(actual)
                .as("%s of %s", column, name)
                .isCloseTo(expected, within(1e-12 * Math.max(Math.abs(expected), 1e-3)));
    }

    /** Checks a value, or that there is none. */
    public void assertOutcome(Outcome actual, String column) {
        if (values.get(column).equals(UNDEFINED)) {
            assertThat(actual.undefinedBecause()).as("%s of %s", column, name).isPresent();
        } else {
            assertThat(actual.value()).as("%s of %s", column, name).isPresent();
            assertValue(actual.value().orElseThrow(), column);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
