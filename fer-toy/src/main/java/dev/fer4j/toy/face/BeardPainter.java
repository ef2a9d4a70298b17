package dev.fer4j.toy.face;

import dev.fer4j.toy.face.Identity.BeardStyle;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** Paints beards: the part below the lips before the lips, the moustache after them. */
final class BeardPainter {

    private final Pen pen;
    private final Face face;
    private final Identity.Beard beard;
    private final Color hair;

    BeardPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
        this.beard = face.identity().beard();
        this.hair =
                Colors.mix(
                        Colors.darker(face.identity().hair().colour(), 0.8), face.deepShade(), 0.2);
    }

    void paintJaw() {
        switch (beard.style()) {
            case NONE, MOUSTACHE -> {}
            case STUBBLE -> fill(jaw(0.0), 0.12 + 0.20 * beard.density(), 0);
            case FULL -> fill(jaw(0.035), 0.72 + 0.22 * beard.density(), 150);
            case GOATEE -> fill(chin(), 0.66 + 0.24 * beard.density(), 60);
        }
    }

    void paintMoustache() {
        if (beard.style() == BeardStyle.NONE) {
            return;
        }
        double x = face.x(0, 0.85);
        double y = face.y(Face.MOUTH_Y, 0.85);
        double half = face.identity().lips().width() * (1.10 + 0.2 * Math.max(0, face.smile()));
        double corner = y + 0.02 - 0.05 * face.smile();
        Path2D shape =
                Outline.closed(
                        x,
                        y - 0.135,
                        x + 0.13,
                        y - 0.145,
                        x + half * 0.85,
                        corner - 0.075,
                        x + half * 1.08,
                        corner + 0.015,
                        x + half * 0.75,
                        corner - 0.035,
                        x + 0.1,
                        y - 0.052,
                        x,
                        y - 0.040,
                        x - 0.1,
                        y - 0.052,
                        x - half * 0.75,
                        corner - 0.035,
                        x - half * 1.08,
                        corner + 0.015,
                        x - half * 0.85,
                        corner - 0.075,
                        x - 0.13,
                        y - 0.145);
        boolean stubble = beard.style() == BeardStyle.STUBBLE;
        pen.fill(shape, Colors.fade(hair, stubble ? 0.12 + 0.18 * beard.density() : 0.85));
        if (!stubble) {
            strands(shape, 40, x, y - 0.3, 0.5, 0.3);
        }
    }

    private Area jaw(double grow) {
        double w = face.identity().shape().width() + 0.1;
        double x = face.x(0, 0.7);
        double y = face.y(0, 0.7);
        double corner = y + 0.55 - 0.06 * face.smile();
        Path2D region =
                Outline.closed(
                        -w,
                        y - 0.06,
                        -w * 0.84 + x,
                        y + 0.06,
                        -w * 0.76 + x,
                        y + 0.33,
                        x - 0.42,
                        y + 0.50,
                        x - 0.34,
                        corner,
                        x - 0.24,
                        y + 0.69,
                        x,
                        y + 0.70,
                        x + 0.24,
                        y + 0.69,
                        x + 0.34,
                        corner,
                        x + 0.42,
                        y + 0.50,
                        w * 0.76 + x,
                        y + 0.33,
                        w * 0.84 + x,
                        y + 0.06,
                        w,
                        y - 0.06,
                        w + 0.1,
                        y + 0.8,
                        0,
                        y + 1.5,
                        -w - 0.1,
                        y + 0.8);
        Area area = new Area(region);
        area.intersect(new Area(face.outline(grow)));
        return area;
    }

    private Area chin() {
        double x = face.x(0, 0.75);
        double y = face.y(Face.MOUTH_Y, 0.75);
        double half = face.identity().lips().width() * 1.12;
        double open = 0.1 * face.mouthOpen();
        return new Area(
                Outline.closed(
                        x - half,
                        y - 0.02,
                        x - half * 0.85,
                        y + 0.16 + open,
                        x,
                        y + 0.15 + open,
                        x + half * 0.85,
                        y + 0.16 + open,
                        x + half,
                        y - 0.02,
                        x + half * 1.06,
                        y + 0.24 + open,
                        x + half * 0.66,
                        y + 0.42 + open,
                        x,
                        y + 0.47 + open,
                        x - half * 0.66,
                        y + 0.42 + open,
                        x - half * 1.06,
                        y + 0.24 + open));
    }

    private void fill(Area area, double alpha, int strands) {
        pen.line(area, Colors.fade(hair, alpha * 0.25), 0.05);
        pen.fill(area, Colors.fade(hair, alpha));
        pen.spotOn(
                area, 0.4 * face.light(), 0.75, 0.4, 0.35, Colors.lighter(hair, 0.35), 0.3 * alpha);
        if (strands > 0) {
            strands(area, strands, face.x(0, 0.6), 0.55, 1.4, 1.1);
        }
    }

    private void strands(Shape area, int count, double x, double y, double w, double h) {
        SplittableRandom random = new SplittableRandom(face.identity().detail() + 7);
        Shape clip = pen.graphics().getClip();
        pen.graphics().clip(area);
        for (int i = 0; i < count; i++) {
            double px = x + random.nextDouble(-w / 2, w / 2);
            double py = y + random.nextDouble(-0.2, 1) * h / 2;
            Path2D strand = new Path2D.Double();
            strand.moveTo(px, py);
            strand.quadTo(px + 0.06 * (px - x), py + 0.06, px + 0.10 * (px - x), py + 0.11);
            Color tone = i % 2 == 0 ? Colors.lighter(hair, 0.25) : Colors.darker(hair, 0.6);
            pen.line(strand, Colors.fade(tone, 0.35), 0.012);
        }
        pen.graphics().setClip(clip);
    }
}
