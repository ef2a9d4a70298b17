package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FunctionFailureTest {

    private static void apply(PixelFunction function) {
        new AugmentationPolicy(List.of(new Splitting.Custom("mine", function)))
                .draw(new Seed(1).generator(), 6, 5)
                .apply(new RgbImage(6, 5, new byte[90]));
    }

    @Test
    void whatAFunctionThrowsIsToldWithItsName() {
        NoSuchElementException cause = new NoSuchElementException("no eyes");
        assertThatThrownBy(
                        () ->
                                apply(
                                        (image, random) -> {
                                            throw cause;
                                        }))
                .isInstanceOf(FunctionException.class)
                .hasMessage("the function 'mine' failed: java.util.NoSuchElementException: no eyes")
                .hasCause(cause);
    }

    @Test
    void otherSizeIsRefused() {
        assertThatThrownBy(() -> apply((image, random) -> new RgbImage(5, 6, new byte[90])))
                .isInstanceOf(FunctionException.class)
                .hasMessage(
                        "the function 'mine' returned an image of 5 × 6 pixels of one of 6 × 5; it"
                                + " must keep the size");
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> apply((image, random) -> null))
                .isInstanceOf(FunctionException.class)
                .hasMessageContaining("'mine' returned null");
    }

    @Test
    void lackOfMemoryPasses() {
        OutOfMemoryError error = new OutOfMemoryError("heap");
        assertThatThrownBy(
                        () ->
                                apply(
                                        (image, random) -> {
                                            throw error;
                                        }))
                .isSameAs(error);
    }
}
