package dev.fer4j.toy.face;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.awt.Color;

/**
 * The setting in which a person is filmed.
 *
 * @param background kind of background
 * @param wall main colour of the background
 * @param accent second colour of the background
 * @param light direction, warmth and level of the light
 * @param noise standard deviation of the camera's noise, in grey levels of 255, 0 to 12
 * @param framing size and position of the face
 * @param detail seed of random details, such as the books on a shelf
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
        /** A studio backdrop of paper, lit from behind the person. */
        STUDIO,
        /** A panelled wall, as in a laboratory. */
        PANELS,
        /** A window beside the person. */
        WINDOW,
        /** Bookshelves. */
        SHELF,
        CURTAIN,
        /** Lights out of focus. */
        LIGHTS,
        /** Foliage. */
        PLANTS,
        /** A room with a sofa and a picture. */
        ROOM
    }

    /**
     * Light.
     *
     * @param direction −1 from the left to 1 from the right
     * @param warmth −1 cool to 1 warm
     * @param level brightness of the picture, 0.5 to 1.4; 1 is normal
     */
    public record Light(double direction, double warmth, double level) {}

    /**
     * Framing.
     *
     * @param faceHeight height of the head from crown to chin as a fraction of the frame's height,
     *     0.5 to 0.9, when the person does not lean
     * @param x horizontal centre of the head as a fraction of the frame's width, 0.35 to 0.65
     * @param y vertical centre of the head as a fraction of the frame's height, 0.35 to 0.65
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
