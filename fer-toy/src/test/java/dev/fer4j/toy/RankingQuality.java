package dev.fer4j.toy;

import java.util.Arrays;

/** How well a score ranks positives above negatives, and the best linear score of features. */
public final class RankingQuality {

    private RankingQuality() {}

    /** Area under the ROC curve as the share of pairs in the right order; ties count half. */
    public static double auc(double[] scores, boolean[] positive) {
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    /** Weights of ordinary least squares on 0/1 targets, the intercept last. */
    public static double[] leastSquares(double[][] features, boolean[] positive) {
        int n = features[0].length + 1;
        double[][] a = new double[n][n + 1];
        for (int row = 0; row < features.length; row++) {
            double[] x = Arrays.copyOf(features[row], n);
            x[n - 1] = 1;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] += x[i] * x[j];
                }
                a[i][n] += positive[row] ? x[i] : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    double factor = a[j][i] / a[i][i];
                    for (int k = i; k <= n; k++) {
                        a[j][k] -= factor * a[i][k];
                    }
                }
            }
        }
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = a[i][n] / a[i][i];
        }
        return weights;
    }

    public static double[] scores(double[][] features, double[] weights) {
        return Arrays.stream(features)
                .mapToDouble(
                        x -> {
                            double sum = weights[x.length];
                            for (int i = 0; i < x.length; i++) {
                                sum += weights[i] * x[i];
                            }
                            return sum;
                        })
                .toArray();
    }
}
