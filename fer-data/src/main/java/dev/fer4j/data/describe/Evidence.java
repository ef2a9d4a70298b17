package dev.fer4j.data.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The evidence for the reasons of a difference, and how much of the difference it explains. */
final class Evidence {

    private final List<String> texts = new ArrayList<>();
    private int accounted;
    private boolean open;

    /** Adds a reason that explains a part of the difference, positive or negative. */
    void add(String text, int makes) {
        texts.add(text);
        accounted += makes;
    }

    /** Adds a reason that lowers the number found by an unknown amount. */
    void addOpen(String text) {
        texts.add(text);
        open = true;
    }

    /** The part of a difference that is not yet explained. */
    int rest(int difference) {
        return difference - accounted;
    }

    /** All evidence in one line, including what remains unexplained. */
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

    /** Describes a difference in the number of recordings. */
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
