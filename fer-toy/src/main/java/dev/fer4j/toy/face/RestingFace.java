package dev.fer4j.toy.face;

/**
 * What a face looks like when it expresses nothing, and how strongly it expresses. These differ
 * between people as much as expressions do, so that no single feature tells what a person feels.
 *
 * <p>All but the last are added to the expression's value of that name.
 *
 * @param smile curvature of the resting mouth
 * @param mouthOpen how far the lips part by themselves
 * @param brow height of the resting brows
 * @param eyeOpen natural opening of the eyes
 * @param cheekRaise fullness of the cheeks
 * @param lean usual posture
 * @param expressiveness factor on all that the person expresses, about 0.6 to 1.4
 */
public record RestingFace(
        double smile,
        double mouthOpen,
        double brow,
        double eyeOpen,
        double cheekRaise,
        double lean,
        double expressiveness) {

    /** A face at rest in every respect. */
    public static final RestingFace NEUTRAL = new RestingFace(0, 0, 0, 0, 0, 0, 1);
}
