package dev.fer4j.augment.internal;

/** Reflection at the borders, without repeating the outermost pixels. */
public final class Reflection {

    private Reflection() {}

    /** Maps an index to 0 … {@code length − 1} by reflection (OpenCV's REFLECT_101). */
    public static int of(int place, int length) {
        int last = length - 1;
        // A single reflection, which is nearly always enough, needs no division.
        int once = place < 0 ? -place : place > last ? 2 * last - place : place;
        return once >= 0 && once <= last ? once : far(place, last);
    }

    private static int far(int place, int last) {
        if (last == 0) {
            return 0;
        }
        int wrapped = Math.floorMod(place, 2 * last);
        return wrapped <= last ? wrapped : 2 * last - wrapped;
    }
}
