package dev.fer4j.augment.internal;

/** What lies beyond a border: the image in a mirror, its outermost pixels not doubled. */
public final class Reflection {

    private Reflection() {}

    /** The place between 0 and {@code length − 1} that a place shows (OpenCV's REFLECT_101). */
    public static int of(int place, int length) {
        int last = length - 1;
        // Once across a border, as nearly always, needs no division.
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
