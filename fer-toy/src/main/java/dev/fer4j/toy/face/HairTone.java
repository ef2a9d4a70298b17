package dev.fer4j.toy.face;

import dev.fer4j.toy.face.Identity.HairStyle;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Shape;

/** The colour of hair, brighter on the lit side. */
record HairTone(Pen pen, Face face) {

    Color colour() {
        Identity.Hair hair = face.identity().hair();
        // Skin shows through hair of a few millimetres.
        return hair.style() == HairStyle.BUZZ
                ? Colors.mix(hair.colour(), face.shade(), 0.38)
                : hair.colour();
    }

    /** Fills a shape that extends from {@code top} to {@code bottom}, in face units. */
    void fill(Shape shape, double top, double bottom) {
        pen.fill(
                shape,
                new GradientPaint(
                        (float) (0.7 * face.light()),
                        (float) top,
                        Colors.lighter(colour(), 0.10),
                        (float) (-0.7 * face.light()),
                        (float) bottom,
                        Colors.darker(colour(), 0.62)));
    }
}
