package dev.fer4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.RgbImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

    private static RgbImage plain(int level) {
        byte[] rgb = new byte[3 * 4 * 6];
        Arrays.fill(rgb, (byte) level);
        return new RgbImage(4, 6, rgb);
    }

    @Test
    void imagesStandInRowsFromTheTopLeft() {
        RgbImage sheet = ContactSheet.of(List.of(plain(10), plain(20), plain(30)), 2, 8, 5);
        assertThat(sheet.width()).isEqualTo(16);
        assertThat(sheet.height()).isEqualTo(10);
        assertThat(sheet.at(0, 0, 0)).isEqualTo(10);
        assertThat(sheet.at(7, 4, 2)).isEqualTo(10);
        assertThat(sheet.at(8, 0, 1)).isEqualTo(20);
        assertThat(sheet.at(0, 5, 0)).isEqualTo(30);
        assertThat(sheet.at(15, 9, 0)).isZero();
    }

    @Test
    void nothingToShowIsRefused() {
        assertThatThrownBy(() -> ContactSheet.of(List.of(), 2, 8, 5))
                .hasMessageContaining("contact sheet");
    }
}
