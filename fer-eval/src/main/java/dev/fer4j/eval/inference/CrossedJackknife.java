package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Stats;
import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean of a metric over several trainings, with a standard error over both people and
 * trainings: every training was tested on the same people, so people and trainings are crossed, as
 * cases and readers are in radiology (N. A. Obuchowski, H. E. Rockette, "Hypothesis testing of
 * diagnostic accuracy for multiple readers and multiple tests", Communications in Statistics B 24,
 * 1995).
 *
 * <p>With J trainings and K people the variance of the mean is s² / J + c, where s² is the variance
 * of the metric between trainings, and c the mean {@link Jackknife} covariance over people of two
 * different trainings (0 if it is negative), which is the variation due to people that all
 * trainings share. s² covers the rest. Its degrees of freedom are Satterthwaite's, (s² / J + c)² /
 * ((s² / J)² / (J − 1) + c² / (K − 1)); S. L. Hillis ("A comparison of denominator degrees of
 * freedom methods for multiple observer ROC analysis", Statistics in Medicine 26, 2007) omits the
 * second term, assuming many cases. With one training this is the jackknife.
 */
public final class CrossedJackknife {

    private CrossedJackknife() {}

    /**
     * Estimates the mean.
     *
     * @param trainings the metric of each training, over the same clusters
     * @return undefined if the jackknife of any of them is
     * @throws IllegalArgumentException without trainings, or if their numbers of clusters differ
     */
    public static Finding<Estimate> of(List<ClusteredMetric> trainings) {
        checkArgument(!trainings.isEmpty(), "there is no training");
        List<Jackknife> jackknives = new ArrayList<>();
        for (ClusteredMetric training : trainings) {
            checkArgument(
                    training.clusters() == trainings.get(0).clusters(),
                    "trainings were tested on %s and on %s clusters",
                    trainings.get(0).clusters(),
                    training.clusters());
            Finding<Jackknife> jackknife = Jackknife.of(training);
            if (jackknife.result().isEmpty()) {
                return Finding.undefined(jackknife.undefinedBecause().orElseThrow());
            }
            jackknives.add(jackknife.result().get());
        }
        return Finding.of(
                jackknives.size() == 1 ? jackknives.get(0).estimate() : estimate(jackknives));
    }

    private static Estimate estimate(List<Jackknife> trainings) {
        Stats values = Stats.of(trainings.stream().mapToDouble(Jackknife::value).toArray());
        int count = trainings.size();
        int people = trainings.get(0).leftOut().size();
        boolean isConstant = values.min() == values.max();
        double ofTrainings = isConstant ? 0 : values.sampleVariance() / count;
        double ofPeople = Math.max(0, covariance(trainings));
        double variance = ofTrainings + ofPeople;
        if (variance == 0) {
            return new Estimate(values.mean(), 0, people - 1);
        }
        double degreesOfFreedom =
                variance
                        * variance
                        / (ofTrainings * ofTrainings / (count - 1)
                                + ofPeople * ofPeople / (people - 1));
        return new Estimate(values.mean(), Math.sqrt(variance), degreesOfFreedom);
    }

    /**
     * The mean jackknife covariance of two different trainings: the excess of the variance of the
     * sum over the sum of the variances.
     */
    private static double covariance(List<Jackknife> trainings) {
        int people = trainings.get(0).leftOut().size();
        double[] sums = new double[people];
        double variances = 0;
        for (Jackknife training : trainings) {
            for (int i = 0; i < people; i++) {
                sums[i] += training.leftOut().get(i);
            }
            variances += variance(training);
        }
        double ofSum = variance(new Jackknife(0, Doubles.asList(sums)));
        return (ofSum - variances) / (trainings.size() * (trainings.size() - 1.0));
    }

    private static double variance(Jackknife jackknife) {
        double error = jackknife.estimate().standardError();
        return error * error;
    }
}
