package dev.fer4j.toy.face;

/**
 * The expression of a face at one moment, as a difference from its resting face: continuous, and
 * independent of the person's identity.
 *
 * @param smile −1 corners of the mouth far down to 1.2 broad smile
 * @param mouthOpen 0 closed to 1 wide open
 * @param brow −1 frown to 1 raised
 * @param eyeOpen −1 closed, 0 normal, 0.5 wide
 * @param gazeX −1 left corner of the eye to 1 right corner, as seen by the viewer
 * @param gazeY −1 up to 1 down
 * @param cheekRaise 0 to 1 raised so that the lower lids narrow the eyes
 * @param tilt rotation of the head in the image plane, radians, positive clockwise
 * @param turn −1 to 1: about 20° to the viewer's left or right
 * @param nod −1 up to 1 down, about 15°
 * @param lean −1 leaning back to 1 leaning towards the camera
 */
public record Expression(
        double smile,
        double mouthOpen,
        double brow,
        double eyeOpen,
        double gazeX,
        double gazeY,
        double cheekRaise,
        double tilt,
        double turn,
        double nod,
        double lean) {

    /** No expression, head upright, eyes on the camera. */
    public static final Expression NEUTRAL = new Expression(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Clamps every value to the range that can be drawn. */
    public Expression {
        smile = clamp(smile, -1, 1.2);
        mouthOpen = clamp(mouthOpen, -0.3, 1);
        brow = clamp(brow, -1, 1);
        eyeOpen = clamp(eyeOpen, -1, 0.5);
        gazeX = clamp(gazeX, -1, 1);
        gazeY = clamp(gazeY, -1, 1);
        cheekRaise = clamp(cheekRaise, -0.4, 1);
        tilt = clamp(tilt, -0.4, 0.4);
        turn = clamp(turn, -1, 1);
        nod = clamp(nod, -1, 1);
        lean = clamp(lean, -1.2, 1.2);
    }

    /** The visible expression of a person with the given resting face: the sum of the two. */
    public Expression shownBy(RestingFace resting) {
        return new Expression(
                smile + resting.smile(),
                mouthOpen + resting.mouthOpen(),
                brow + resting.brow(),
                eyeOpen + resting.eyeOpen(),
                gazeX,
                gazeY,
                cheekRaise + resting.cheekRaise(),
                tilt,
                turn,
                nod,
                lean + resting.lean());
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
