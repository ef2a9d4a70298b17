package dev.fer4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.transform.Box;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OwnAugmentationTest {

    private static RgbImage flat(int level) {
        byte[] rgb = new byte[3 * 40 * 30];
        Arrays.fill(rgb, (byte) level);
        return new RgbImage(40, 30, rgb);
    }

    @Test
    void imageBecomesItsNegativeAndThenNoisy() {
        AugmentationPolicy policy = OwnAugmentation.policy();
        RgbImage augmented =
                OwnAugmentation.augment(flat(200), new Box(0, 0, 1, 1), policy, new Seed(1))
                        .image();
        assertThat(augmented.width()).isEqualTo(96);
        double sum = 0;
        for (byte value : augmented.rgb()) {
            sum += value & 0xff;
        }
        assertThat(sum / augmented.rgb().length).isBetween(54.8, 55.2);
        assertThat(augmented.rgb()[0]).isNotEqualTo(augmented.rgb()[3]);
    }

    @Test
    void boxAboutTheCentreStaysThereAndGrowsWithTheImage() {
        Box box =
                OwnAugmentation.augment(
                                flat(200),
                                new Box(10, 10, 30, 20),
                                OwnAugmentation.policy(),
                                new Seed(1))
                        .box();
        assertThat(box.left() + box.right()).isBetween(95.999, 96.001);
        assertThat(box.top() + box.bottom()).isBetween(95.999, 96.001);
        assertThat(box.right() - box.left()).isBetween(46.0, 60.0);
    }
}
