package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Paints the background, out of focus: drawn at a quarter of the size and then enlarged.
 *
 * <p>Lengths are fractions of the frame's height; the frame is {@code wide} wide.
 */
final class BackgroundPainter {

    private final Scene scene;
    private final SplittableRandom random;
    private Pen pen = new Pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
    private double wide;

    BackgroundPainter(Scene scene) {
        this.scene = scene;
        this.random = new SplittableRandom(scene.detail());
    }

    BufferedImage paint(int width, int height) {
        BufferedImage small =
                new BufferedImage((width + 2) / 3, (height + 2) / 3, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = FaceRenderer.smooth(small);
        graphics.scale(small.getHeight(), small.getHeight());
        wide = (double) small.getWidth() / small.getHeight();
        pen = new Pen(graphics);
        wall();
        switch (scene.background()) {
            case WALL -> pen.spot(wide * 0.5, 0.5, wide * 0.7, 0.8, lighter(0.2), 0.35);
            case STUDIO -> pen.spot(wide * 0.5, 0.45, wide * 0.52, 0.62, lighter(0.6), 0.75);
            case PANELS -> panels();
            case WINDOW -> window();
            case SHELF -> shelf();
            case CURTAIN -> curtain();
            case LIGHTS -> lights();
            case PLANTS -> plants();
            case ROOM -> room();
        }
        double from = scene.light().direction() > 0 ? wide : 0;
        pen.spot(from, 0.2, wide * 0.8, 0.9, new Color(0xfff4e0), 0.22);
        pen.spot(wide - from, 0.8, wide * 0.8, 0.9, new Color(0x0e1018), 0.30);
        graphics.dispose();
        return enlarged(small, width, height);
    }

    private static BufferedImage enlarged(BufferedImage small, int width, int height) {
        BufferedImage full = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = FaceRenderer.smooth(full);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(small, 0, 0, width, height, null);
        graphics.dispose();
        return full;
    }

    private Color lighter(double share) {
        return Colors.lighter(scene.wall(), share);
    }

    private void box(double x, double y, double w, double h, Color colour) {
        pen.fill(new Rectangle2D.Double(x, y, w, h), colour);
    }

    private void wall() {
        pen.fill(
                new Rectangle2D.Double(-1, -1, wide + 2, 3),
                new GradientPaint(
                        0f,
                        0f,
                        Colors.lighter(scene.wall(), 0.10),
                        (float) (0.3 * wide),
                        1f,
                        Colors.darker(scene.wall(), 0.72)));
    }

    private void panels() {
        double step = 0.30 + random.nextDouble(0.1);
        for (double x = -random.nextDouble(0.2); x < wide; x += step) {
            box(x, -0.1, 0.014, 1.2, Colors.darker(scene.wall(), 0.62));
            box(x + 0.014, -0.1, 0.010, 1.2, lighter(0.25));
        }
        box(0, 0.62 + random.nextDouble(0.1), wide, 0.03, Colors.fade(scene.accent(), 0.6));
        double x = random.nextBoolean() ? 0.04 : wide - 0.26;
        box(x, 0.14, 0.22, 0.16, Colors.darker(scene.accent(), 0.8));
        box(x + 0.015, 0.155, 0.19, 0.13, Colors.lighter(scene.accent(), 0.5));
    }

    private void window() {
        double w = wide * (0.34 + random.nextDouble(0.1));
        double x = random.nextBoolean() ? -0.05 : wide - w + 0.05;
        pen.spot(x + w / 2, 0.4, w * 1.1, 0.8, Color.WHITE, 0.4);
        box(x, 0.05, w, 0.78, new Color(0xf3efe6));
        Color sky = Colors.mix(new Color(0xbfdcf0), scene.accent(), 0.25);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                box(x + 0.025 + i * w / 2, 0.08 + j * 0.38, w / 2 - 0.04, 0.34, sky);
                pen.spot(
                        x + 0.025 + i * w / 2 + random.nextDouble(w / 2),
                        0.70,
                        0.16,
                        0.14,
                        new Color(0x6f9a66),
                        0.8 * j);
            }
        }
        box(x - 0.02, 0.83, w + 0.04, 0.035, new Color(0xe2dccf));
    }

    private void shelf() {
        for (int row = 0; row < 4; row++) {
            double floor = 0.24 + 0.27 * row;
            for (double x = -0.02; x < wide; ) {
                double w = random.nextDouble(0.022, 0.055);
                double h = random.nextDouble(0.13, 0.22);
                Color tone =
                        Colors.mix(
                                Color.getHSBColor((float) random.nextDouble(), 0.42f, 0.62f),
                                scene.accent(),
                                0.35);
                if (random.nextInt(9) > 0) {
                    box(x, floor - h, w, h, Colors.darker(tone, random.nextDouble(0.6, 1.1)));
                }
                x += w + 0.004;
            }
            box(0, floor, wide, 0.03, Colors.mix(new Color(0x7a5a3e), scene.wall(), 0.3));
            box(0, floor + 0.03, wide, 0.02, Colors.fade(Color.BLACK, 0.3));
        }
    }

    private void curtain() {
        double step = random.nextDouble(0.09, 0.14);
        for (double x = -0.05; x < wide + 0.1; x += step) {
            pen.spot(x, 0.5, step * 0.42, 1.4, Colors.darker(scene.wall(), 0.5), 0.55);
            pen.spot(x + step * 0.5, 0.45, step * 0.38, 1.4, lighter(0.45), 0.5);
        }
    }

    private void lights() {
        box(0, 0, wide, 1, Colors.fade(new Color(0x0d0f1c), 0.55));
        for (int i = 0; i < 34; i++) {
            double r = random.nextDouble(0.02, 0.075);
            Color colour =
                    i % 3 == 0
                            ? scene.accent()
                            : Color.getHSBColor(
                                    (float) (0.03 + random.nextDouble() * 0.13), 0.55f, 1f);
            pen.fill(
                    Pen.ellipse(random.nextDouble(wide), random.nextDouble(), r, r),
                    Colors.fade(colour, random.nextDouble(0.15, 0.6)));
        }
    }

    private void plants() {
        for (int i = 0; i < 26; i++) {
            boolean left = random.nextBoolean();
            double x = left ? random.nextDouble(0.32) : wide - random.nextDouble(0.32);
            double y = random.nextDouble(0.1, 1.05);
            double angle = random.nextDouble(-2.4, -0.7);
            double length = random.nextDouble(0.16, 0.34);
            double tx = x + length * Math.cos(angle);
            double ty = y + length * Math.sin(angle);
            Path2D leaf = new Path2D.Double();
            leaf.moveTo(x, y);
            leaf.quadTo((x + tx) / 2 + 0.07, (y + ty) / 2 + 0.03, tx, ty);
            leaf.quadTo((x + tx) / 2 - 0.07, (y + ty) / 2 - 0.03, x, y);
            Color green = Color.getHSBColor(0.27f + (float) random.nextDouble(0.12), 0.5f, 0.5f);
            pen.fill(leaf, Colors.darker(green, random.nextDouble(0.5, 1.2)));
        }
    }

    private void room() {
        box(0, 0.70, wide, 0.4, Colors.mix(scene.wall(), new Color(0x6b4d37), 0.6));
        double x = random.nextBoolean() ? 0.05 : wide - 0.42;
        box(x - 0.02, 0.10, 0.38, 0.30, new Color(0x3c3028));
        box(x, 0.12, 0.34, 0.26, Colors.lighter(scene.accent(), 0.55));
        pen.spot(x + 0.12, 0.30, 0.16, 0.09, scene.accent(), 0.9);
        pen.spot(x + 0.26, 0.20, 0.07, 0.06, new Color(0xf0c870), 0.9);
        double lamp = wide - x - 0.12;
        pen.spot(lamp, 0.34, 0.34, 0.36, new Color(0xffe2a8), 0.55);
        box(lamp - 0.07, 0.26, 0.14, 0.12, new Color(0xfff0cf));
        box(lamp - 0.008, 0.38, 0.016, 0.4, new Color(0x4a3b30));
        pen.fill(
                new RoundRectangle2D.Double(-0.1, 0.62, wide + 0.2, 0.5, 0.14, 0.14),
                Colors.darker(scene.accent(), 0.7));
    }
}
