package dev.fer4j.toy.face;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.awt.Color;

/**
 * Where and how a person is filmed.
 *
 * @param background what is behind the person
 * @param wall main colour of the background
 * @param accent second colour of the background
 * @param light where the light comes from, how warm and how bright it is
 * @param noise standard deviation of the camera's noise, grey levels of 255, 0 to 12
 * @param framing how large and where the face is
 * @param detail seed of what is drawn at random, such as the books of a shelf
 */
public record Scene(
        Background background,
        Color wall,
        Color accent,
        Light light,
        double noise,
        Framing framing,
        long detail) {

    /** Kinds of backgrounds. */
    public enum Background {
        /** A plain wall. */
        WALL,
        /** A studio's paper roll, lit from behind the person. */
        STUDIO,
        /** A wall of panels, as in a laboratory. */
        PANELS,
        /** A window beside the person. */
        WINDOW,
        /** Shelves with books. */
        SHELF,
        CURTAIN,
        /** Lights out of focus. */
        LIGHTS,
        /** Leaves of plants. */
        PLANTS,
        /** A room with a sofa and a picture. */
        ROOM
    }

    /**
     * Light.
     *
     * @param direction −1 from the left to 1 from the right
     * @param warmth −1 cool to 1 warm
     * @param level brightness of the picture, 1 is usual, 0.5 to 1.4
     */
    public record Light(double direction, double warmth, double level) {}

    /**
     * Framing.
     *
     * @param faceHeight height of the head from crown to chin as a share of the frame's height, 0.5
     *     to 0.9, when the person does not lean
     * @param x where the head's middle is, as a share of the frame's width, 0.35 to 0.65
     * @param y the same for the height
     */
    public record Framing(double faceHeight, double x, double y) {}

    public Scene {
        requireNonNull(background);
        requireNonNull(wall);
        requireNonNull(accent);
        requireNonNull(light);
        requireNonNull(framing);
        checkArgument(noise >= 0 && noise <= 12, "noise %s is not in 0..12", noise);
    }
}
