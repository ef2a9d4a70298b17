package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.fer4j.train.device.Arithmetic.Layout;
import dev.fer4j.train.device.Arithmetic.Precision;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    @Test
    void layoutFollowsDeviceAndPrecisionUnlessItIsChosen() {
        Arithmetic bfloat16 = Arithmetic.DEFAULT.withPrecision(Precision.BFLOAT16);
        assertThat(Arithmetic.DEFAULT.layoutOn(Device.cpu())).isEqualTo(Layout.CHANNELS_LAST);
        assertThat(Arithmetic.DEFAULT.layoutOn(Device.gpu())).isEqualTo(Layout.CONTIGUOUS);
        assertThat(bfloat16.layoutOn(Device.cpu())).isEqualTo(Layout.CHANNELS_LAST);
        assertThat(bfloat16.layoutOn(Device.gpu())).isEqualTo(Layout.CHANNELS_LAST);
        for (Layout chosen : new Layout[] {Layout.CHANNELS_LAST, Layout.CONTIGUOUS}) {
            assertThat(bfloat16.withLayout(chosen).layoutOn(Device.gpu())).isEqualTo(chosen);
            assertThat(Arithmetic.DEFAULT.withLayout(chosen).layoutOn(Device.cpu()))
                    .isEqualTo(chosen);
        }
    }
}
