package dev.fer4j.eval.inference.anova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KruskalWallisTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("kruskal-wallis");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithFractionsAndSciPy(Reference reference) {
        Finding<KruskalWallis> test = KruskalWallis.of(reference.groups(0));

        assertThat(test.result().isEmpty()).isEqualTo(reference.isUndefined(1));
        test.result()
                .ifPresent(
                        result -> {
                            reference.assertClose(result.h(), 1, 1e-12);
                            reference.assertClose(result.p(), 2, 1e-11);
                            reference.assertClose(result.h(), 3, 1e-9);
                            reference.assertClose(result.p(), 4, 1e-9);
                        });
    }

    @Test
    void onlyRanksCount() {
        KruskalWallis plain = of(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        KruskalWallis far = of(new double[] {1, 2, 3}, new double[] {4, 5, 1e9});

        assertThat(far).isEqualTo(plain);
        assertThat(plain.toText()).isEqualTo("H(1) = 3.86, p = 0.050");
    }

    private static KruskalWallis of(double[]... groups) {
        return KruskalWallis.of(List.of(groups)).result().orElseThrow();
    }

    @Test
    void saysWhyThereIsNoH() {
        assertThat(KruskalWallis.of(List.of(new double[] {1, 2})))
                .isEqualTo(Finding.undefined("needs at least two groups; there are 1"));
        assertThat(KruskalWallis.of(List.of(new double[] {1, 2}, new double[] {})))
                .isEqualTo(Finding.undefined("a group has no observation"));
        assertThat(KruskalWallis.of(List.of(new double[] {2, 2}, new double[] {2})))
                .isEqualTo(Finding.undefined("all observations are equal"));
    }

    @Test
    void refusesNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new double[] {1, Double.NaN}, new double[] {1}));
    }
}
