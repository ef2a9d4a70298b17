package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference values of scikit-learn 1.2.1:
 *
 * <pre>
 * i = numpy.arange(40)
 * X = numpy.stack([numpy.sin(i*1.7), numpy.cos(i*0.9)*2, i%7 - 3.0], 1)
 * Y = (numpy.sin(i*1.7) + 0.5*numpy.cos(i*2.3) + 0.1*(i%7 - 3) > 0.1).astype(int)
 * m = LogisticRegression(C=1/ridge, solver='newton-cholesky', tol=1e-14, max_iter=10000).fit(X, Y)
 * m.intercept_, m.coef_, m.predict_proba(X)[3, 1]
 * </pre>
 */
class RidgeLogisticTest {

    private static final double[][] X = new double[40][];
    private static final boolean[] Y = new boolean[40];

    static {
        for (int i = 0; i < 40; i++) {
            X[i] = new double[] {Math.sin(i * 1.7), Math.cos(i * 0.9) * 2, i % 7 - 3};
            Y[i] = Math.sin(i * 1.7) + 0.5 * Math.cos(i * 2.3) + 0.1 * (i % 7 - 3) > 0.1;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.0017582408558958875, 2.2894753030542145, -0.035466766629245736, 0.3491492837898553,"
                + " 0.11367476047047537",
        "0.01, 0.021758318138000398, 4.382955692462887, -0.08898539262932781, 0.5261270966596148,"
                + " 0.02032940584843209",
        "100, 0.009623762661087847, 0.10119451141540331, -0.01281121979010685,"
                + " 0.09441484395528188, 0.48477993660640584"
    })
    void agreesWithScikitLearn(
            double ridge, double intercept, double w1, double w2, double w3, double probability) {
        RidgeLogistic model = RidgeLogistic.fit(X, Y, ridge);

        assertThat(model.weights())
                .containsExactly(new double[] {intercept, w1, w2, w3}, within(1e-8));
        assertThat(model.probability(X[3])).isCloseTo(probability, within(1e-8));
    }

    /** X = numpy.arange(10.0)[:, None] - 4.5, Y = X > 0, C = 1. */
    @Test
    void separableClassesHaveFiniteWeights() {
        double[][] x = new double[10][];
        boolean[] y = new boolean[10];
        for (int i = 0; i < 10; i++) {
            x[i] = new double[] {i - 4.5};
            y[i] = i > 4;
        }

        assertThat(RidgeLogistic.fit(x, y, 1).weights())
                .containsExactly(new double[] {0, 1.1860018229935911}, within(1e-8));
        assertThat(RidgeLogistic.fit(x, y, 1e-9).probability(x[9])).isGreaterThan(0.999);
    }

    @Test
    void featuresThatAreEqualShareTheirWeight() {
        double[][] x = new double[40][];
        for (int i = 0; i < 40; i++) {
            x[i] = new double[] {X[i][0], X[i][0]};
        }

        double[] weights = RidgeLogistic.fit(x, Y, 1).weights();

        assertThat(weights[1]).isCloseTo(weights[2], within(1e-9));
    }

    @Test
    void aRidgeIsNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> RidgeLogistic.fit(X, Y, 0));
    }
}
