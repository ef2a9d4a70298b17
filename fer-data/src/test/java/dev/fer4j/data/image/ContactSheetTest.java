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
        RgbImage sheet = ContactSheet.of(List.of(plain(10), plain(20), plain(30)), 2, 8, 6);
        assertThat(sheet.width()).isEqualTo(16);
        assertThat(sheet.height()).isEqualTo(12);
        assertThat(sheet.at(2, 0, 0)).isEqualTo(10);
        assertThat(sheet.at(5, 5, 2)).isEqualTo(10);
        assertThat(sheet.at(10, 0, 1)).isEqualTo(20);
        assertThat(sheet.at(2, 6, 0)).isEqualTo(30);
        assertThat(sheet.at(15, 11, 0)).isZero();
    }

    /** Four columns and six rows in a cell of sixteen by three: two columns are left. */
    @Test
    void imagesKeepTheirShapeInAWideCell() {
        RgbImage sheet = ContactSheet.of(List.of(plain(200)), 1, 16, 3);
        assertThat(sheet.at(6, 1, 0)).isZero();
        assertThat(sheet.at(7, 0, 0)).isEqualTo(200);
        assertThat(sheet.at(8, 2, 0)).isEqualTo(200);
        assertThat(sheet.at(9, 1, 0)).isZero();
    }

    @Test
    void imagesKeepTheirShapeInAHighCellAndGrowToItsWidth() {
        RgbImage sheet = ContactSheet.of(List.of(plain(200)), 1, 8, 16);
        assertThat(sheet.at(0, 1, 0)).isZero();
        assertThat(sheet.at(0, 2, 0)).isEqualTo(200);
        assertThat(sheet.at(7, 13, 0)).isEqualTo(200);
        assertThat(sheet.at(7, 14, 0)).isZero();
    }

    @Test
    void cellsTakeTheShapeOfTheLargestImages() {
        RgbImage wide = new RgbImage(6, 2, new byte[3 * 6 * 2]);
        RgbImage sheet = ContactSheet.ofOwnSize(List.of(plain(10), wide), 2, 2);
        assertThat(sheet.width()).isEqualTo(2 * (6 + 2));
        assertThat(sheet.height()).isEqualTo(6 + 2);
        assertThat(sheet.at(2, 1, 0)).isEqualTo(10);
        assertThat(sheet.at(5, 6, 0)).isEqualTo(10);
        assertThat(sheet.at(1, 1, 0)).isZero();
        assertThat(sheet.at(6, 6, 0)).isZero();
    }

    @Test
    void nothingToShowIsRefused() {
        assertThatThrownBy(() -> ContactSheet.of(List.of(), 2, 8, 5))
                .hasMessageContaining("contact sheet");
        assertThatThrownBy(() -> ContactSheet.ofOwnSize(List.of(), 2, 1))
                .hasMessageContaining("contact sheet");
    }
}
