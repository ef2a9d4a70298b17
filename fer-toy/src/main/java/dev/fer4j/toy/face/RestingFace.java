package dev.fer4j.toy.face;

/**
 * A person's face at rest, and how strongly the person expresses. Resting faces vary about half as
 * much as expressions of equal interest, so that some people look interested who are not.
 *
 * <p>All but the last are added to the expression's value of that name.
 *
 * @param smile curvature of the resting mouth
 * @param mouthOpen how far the lips are parted at rest
 * @param brow height of the resting brows
 * @param eyeOpen opening of the eyes at rest
 * @param cheekRaise fullness of the cheeks
 * @param lean usual posture
 * @param expressiveness factor on everything that the person expresses, about 0.6 to 1.4
 */
public record RestingFace(
        double smile,
        double mouthOpen,
        double brow,
        double eyeOpen,
        double cheekRaise,
        double lean,
        double expressiveness) {

    /** A neutral face at rest. */
    public static final RestingFace NEUTRAL = new RestingFace(0, 0, 0, 0, 0, 0, 1);
}
