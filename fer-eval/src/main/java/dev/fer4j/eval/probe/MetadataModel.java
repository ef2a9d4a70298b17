package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.AgeBand;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A logistic regression on what is known of an image without looking at it: advertisement,
 * category, source, gender, age band, custom groups, and numbers such as the image's size. A
 * network that ranks images no better than this may have learned the questionnaire instead of
 * faces.
 *
 * <p>Each value of a text column that occurs in training is a column of zeros and ones, without one
 * for unknown values; a value that does not occur in training has zeros only. Numbers are
 * standardized over the training samples. The ridge is 1 (scikit-learn's {@code
 * LogisticRegression(C=1)}).
 */
public final class MetadataModel {

    private static final double RIDGE = 1;

    private final List<String> numbers;
    private final List<SummaryStatistics> spread;
    private final SortedMap<String, Integer> columns;
    private final RidgeLogistic model;

    private MetadataModel(
            List<String> numbers,
            List<SummaryStatistics> spread,
            SortedMap<String, Integer> columns,
            RidgeLogistic model) {
        this.numbers = numbers;
        this.spread = spread;
        this.columns = columns;
        this.model = model;
    }

    /**
     * Numbers that are known of each image.
     *
     * @param names of the numbers, all different
     * @param values of an image, in the order of the names, by its digest; finite
     */
    public record Numbers(List<String> names, Map<String, List<Double>> values) {

        /** No numbers. */
        public static final Numbers NONE = new Numbers(List.of(), Map.of());

        public Numbers {
            names = List.copyOf(names);
            values = ImmutableMap.copyOf(values);
        }

        private List<Double> of(Sample sample) {
            List<Double> found = names.isEmpty() ? List.of() : values.get(sample.sha256());
            checkArgument(
                    found != null && found.size() == names.size(),
                    "the numbers %s of %s are missing",
                    names,
                    sample.id());
            return found;
        }
    }

    /**
     * Fits the model.
     *
     * @param training the training samples, repeated as often as training repeats them; both labels
     *     must occur
     * @param numbers of each of them
     */
    public static MetadataModel fit(List<Sample> training, Numbers numbers) {
        SortedMap<String, Integer> columns = new TreeMap<>();
        TreeSet<String> values = new TreeSet<>();
        training.forEach(sample -> texts(sample).forEach((name, v) -> values.add(column(name, v))));
        values.forEach(value -> columns.put(value, columns.size()));
        List<SummaryStatistics> spread =
                numbers.names().stream().map(name -> new SummaryStatistics()).toList();
        for (Sample sample : training) {
            List<Double> own = numbers.of(sample);
            IntStream.range(0, own.size()).forEach(i -> spread.get(i).addValue(own.get(i)));
        }
        double[][] rows = new double[training.size()][];
        boolean[] positive = new boolean[training.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(training.get(i), numbers, spread, columns);
            positive[i] = training.get(i).label().asTarget() == 1;
        }
        return new MetadataModel(
                numbers.names(), spread, columns, RidgeLogistic.fit(rows, positive, RIDGE));
    }

    /**
     * Predicts samples.
     *
     * @param known numbers of each sample, with the names of those in training
     */
    public Predictions predict(List<Sample> samples, Numbers known) {
        checkArgument(
                known.names().equals(numbers),
                "numbers %s for a model that was fitted with %s",
                known.names(),
                numbers);
        return new Predictions(
                samples.stream()
                        .map(
                                sample ->
                                        Prediction.of(
                                                sample,
                                                model.probability(
                                                        row(sample, known, spread, columns))))
                        .toList());
    }

    /** The names of what the model knows, such as {@code gender}, in alphabetical order. */
    public List<String> columns() {
        TreeSet<String> names = new TreeSet<>(numbers);
        columns.keySet().forEach(column -> names.add(column.substring(0, column.indexOf('='))));
        return List.copyOf(names);
    }

    private static double[] row(
            Sample sample,
            Numbers numbers,
            List<SummaryStatistics> spread,
            Map<String, Integer> columns) {
        double[] row = new double[columns.size() + spread.size()];
        texts(sample)
                .forEach(
                        (name, value) ->
                                Optional.ofNullable(columns.get(column(name, value)))
                                        .ifPresent(place -> row[place] = 1));
        List<Double> own = numbers.of(sample);
        for (int i = 0; i < own.size(); i++) {
            double deviation = Math.sqrt(spread.get(i).getPopulationVariance());
            row[columns.size() + i] =
                    deviation == 0 ? 0 : (own.get(i) - spread.get(i).getMean()) / deviation;
        }
        return row;
    }

    private static String column(String name, String value) {
        return name + "=" + value;
    }

    private static Map<String, String> texts(Sample sample) {
        Map<String, String> texts = new LinkedHashMap<>(sample.groups().values());
        sample.ad().ifPresent(ad -> texts.put("advertisement", ad));
        sample.category().ifPresent(category -> texts.put("category", category.id()));
        texts.put("source", sample.source());
        sample.demographics().gender().ifPresent(gender -> texts.put("gender", gender.name()));
        sample.demographics().age().ifPresent(age -> texts.put("age", AgeBand.of(age).id()));
        return texts;
    }
}
