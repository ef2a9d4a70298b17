package dev.fer4j.data.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The evidence for a reason of a difference, and how much of the difference it explains. */
final class Evidence {

    private final List<String> texts = new ArrayList<>();
    private int accounted;
    private boolean open;

    /** Makes a part of the difference, above or below 0. */
    void add(String text, int makes) {
        texts.add(text);
        accounted += makes;
    }

    /** Lowers the number found by an unknown amount. */
    void addOpen(String text) {
        texts.add(text);
        open = true;
    }

    /** What of a difference is not accounted for yet. */
    int rest(int difference) {
        return difference - accounted;
    }

    /** All of it in one line, with what remains unexplained. */
    String reason(int difference) {
        if (texts.isEmpty()) {
            return ProfileComparison.UNEXPLAINED;
        }
        int rest = rest(difference);
        String all = String.join("; ", texts);
        return rest == 0 || (open && rest < 0)
                ? all
                : all + "; " + signed(rest) + " " + ProfileComparison.UNEXPLAINED;
    }

    /** A difference of recordings in words. */
    static String recordings(int difference) {
        int count = Math.abs(difference);
        return count
                + (difference < 0 ? " fewer" : " more")
                + (count == 1 ? " recording" : " recordings");
    }

    static String signed(int number) {
        return String.format(Locale.ROOT, "%+d", number);
    }
}
