package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** Paints hair: what hangs behind the body, and what is on the head. */
final class HairPainter {

    private final Pen pen;
    private final Face face;
    private final HairTone tone;
    private final HangingHairPainter hanging;
    private final double w;
    private final double volume;
    private final double flip;

    HairPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
        Identity.Hair hair = face.identity().hair();
        this.tone = new HairTone(pen, face);
        this.hanging = new HangingHairPainter(pen, face, tone);
        this.w = face.identity().shape().width();
        this.volume = hair.volume();
        this.flip = hair.mirrored() ? -1 : 1;
    }

    /** Paints the hair behind the body; to be called before the body is painted. */
    void paintBehind() {
        switch (face.identity().hair().style()) {
            case LONG -> hanging.back(1.75 + 0.3 * volume, 0.24, 0);
            case WAVES -> hanging.back(1.5 + 0.4 * volume, 0.30, 0.055);
            case BOB -> hanging.back(0.78 + 0.2 * volume, 0.17, 0);
            case FRINGE -> hanging.back(0.72 + 0.6 * volume, 0.15, 0);
            case PONYTAIL -> hanging.tail();
            case BUN -> hanging.bun();
            case AFRO -> new CurlPainter(pen, face).paintRound(w + 0.30 + 0.14 * volume);
            case BALD, BUZZ, CROP, SIDE_PART, QUIFF, CURLS, HEADSCARF -> {}
        }
    }

    /** Paints the hair in front; to be called after the face is painted. */
    void paintFront() {
        double side = face.shown().turn() * 0.05;
        pen.graphics().translate(side, face.y(0, 0.15));
        switch (face.identity().hair().style()) {
            case BALD -> {}
            case BUZZ -> cap(0.012, -0.12, 0, -0.76, 0, -0.80, -0.76);
            case CROP -> cap(0.07 + 0.05 * volume, -0.04, 0, -0.66, 0.2, -0.70, -0.66);
            case SIDE_PART -> cap(0.10 + 0.07 * volume, 0.02, -0.42, -0.60, -0.1, -0.70, -0.80);
            case QUIFF -> cap(0.20 + 0.12 * volume, -0.06, -0.2, -0.70, 0.1, -0.80, -0.74);
            case CURLS -> new CurlPainter(pen, face).paintCap(0.12 + 0.06 * volume);
            case AFRO -> new CurlPainter(pen, face).paintCap(0.20);
            case BOB -> {
                hanging.locks(0.60 + 0.2 * volume, 0);
                cap(0.12 + 0.05 * volume, 0.05, -0.35, -0.52, -0.1, -0.72, -0.74);
            }
            case FRINGE -> {
                hanging.locks(0.55 + 0.5 * volume, 0);
                cap(0.12 + 0.05 * volume, 0.05, 0, -0.46, 0, -0.44, -0.46);
            }
            case LONG -> {
                hanging.locks(1.35 + 0.3 * volume, 0);
                cap(0.09 + 0.05 * volume, 0.05, 0, -0.56, 0, -0.90, -0.56);
            }
            case WAVES -> {
                hanging.locks(1.15 + 0.3 * volume, 0.05);
                cap(0.14 + 0.07 * volume, 0.05, -0.3, -0.52, -0.2, -0.78, -0.70);
            }
            case PONYTAIL, BUN -> cap(0.055, 0.0, 0, -0.70, 0, -0.80, -0.70);
            case HEADSCARF -> new ScarfPainter(pen, face).paint();
        }
        pen.graphics().translate(-side, -face.y(0, 0.15));
    }

    /**
     * Paints the hair on top of the head.
     *
     * @param thick thickness above the skull, face units
     * @param sideburn how far down it reaches at the ears
     * @param part position of the parting, as a fraction of the half width
     * @param left height of the hairline on the left
     * @param dipX horizontal position of the hairline's middle point
     * @param middle height of the hairline there
     * @param right height of the hairline on the right
     */
    private void cap(
            double thick,
            double sideburn,
            double part,
            double left,
            double dipX,
            double middle,
            double right) {
        double o = w + 0.02 + thick * 0.25;
        Path2D shape =
                Outline.closed(
                        mirror(
                                -w * 0.985,
                                sideburn,
                                -o * 1.02,
                                -0.36,
                                -(0.865 * w + thick * 0.75),
                                -0.82 - 0.3 * thick,
                                -0.48 * w - thick * 0.3,
                                -1.07 - 0.8 * thick,
                                0,
                                -1.15 - thick,
                                0.48 * w + thick * 0.3,
                                -1.07 - 0.8 * thick,
                                0.865 * w + thick * 0.75,
                                -0.82 - 0.3 * thick,
                                o * 1.02,
                                -0.36,
                                w * 0.985,
                                sideburn,
                                w * 0.955,
                                -0.14,
                                w * 0.90,
                                -0.40,
                                w * 0.72,
                                (right - 0.42) * 0.55,
                                w * 0.42,
                                right,
                                dipX * w,
                                middle,
                                -w * 0.42,
                                left,
                                -w * 0.72,
                                (left - 0.42) * 0.55,
                                -w * 0.90,
                                -0.40,
                                -w * 0.955,
                                -0.14));
        if (thick > 0.05) {
            Shape clip = pen.graphics().getClip();
            pen.graphics().clip(face.outline(0));
            pen.graphics().translate(0.015, 0.045);
            pen.line(shape, Colors.fade(face.deepShade(), 0.20), 0.07);
            pen.graphics().translate(-0.015, -0.045);
            pen.graphics().setClip(clip);
        }
        tone.fill(shape, -1.2 - thick, -0.3);
        if (thick > 0.05) {
            strands(shape, part, thick);
            gloss(shape, -0.86 - 0.7 * thick);
        }
    }

    private double[] mirror(double... points) {
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i] * flip;
            points[i] = x * (1 - 0.07 * Math.signum(x) * face.shown().turn());
        }
        return points;
    }

    private void strands(Shape shape, double part, double thick) {
        SplittableRandom random = new SplittableRandom(face.identity().detail());
        Shape clip = pen.graphics().getClip();
        pen.graphics().clip(shape);
        double px = part * w * flip;
        for (int i = 0; i < 34; i++) {
            double end = random.nextDouble(-1.15, 1.15) * w;
            double drop = 0.25 + 0.75 * Math.abs(end) / w;
            Path2D strand = new Path2D.Double();
            double start = px + 0.10 * (end - px) + random.nextDouble(-0.04, 0.04);
            strand.moveTo(start, -1.12 - thick);
            strand.curveTo(
                    px + 0.6 * (end - px),
                    -1.10 - thick,
                    px + 0.95 * (end - px),
                    -0.95,
                    end,
                    -1.05 + drop * 0.85);
            Color shine =
                    i % 2 == 0
                            ? Colors.lighter(tone.colour(), 0.30)
                            : Colors.darker(tone.colour(), 0.45);
            pen.line(strand, Colors.fade(shine, random.nextDouble(0.12, 0.38)), 0.016);
        }
        pen.graphics().setClip(clip);
    }

    private void gloss(Shape shape, double y) {
        pen.spotOn(
                shape,
                0.34 * face.light() * w,
                y,
                0.42,
                0.13,
                Colors.lighter(tone.colour(), 0.6),
                0.34);
    }
}
