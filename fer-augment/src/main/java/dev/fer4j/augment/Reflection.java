package dev.fer4j.augment;

/** What lies beyond a border: the image in a mirror, its outermost pixels not doubled. */
final class Reflection {

    private Reflection() {}

    /** The place between 0 and {@code length − 1} that a place shows (OpenCV's REFLECT_101). */
    static int of(int place, int length) {
        if (place >= 0 && place < length) {
            return place;
        }
        if (length == 1) {
            return 0;
        }
        int period = 2 * length - 2;
        int wrapped = Math.floorMod(place, period);
        return wrapped < length ? wrapped : period - wrapped;
    }
}
