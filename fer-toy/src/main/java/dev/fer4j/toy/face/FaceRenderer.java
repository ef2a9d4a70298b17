package dev.fer4j.toy.face;

import dev.fer4j.core.RgbImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.random.RandomGenerator;

/**
 * Draws a person with an expression in a scene, in colour, with light and shade.
 *
 * <p>A renderer draws one scene at one size; the background is painted only once. Not safe for use
 * by several threads at a time.
 */
public final class FaceRenderer {

    private static final double HEAD_HEIGHT = 2.16;

    private final Scene scene;
    private final int width;
    private final int height;
    private final BufferedImage background;
    private final Camera camera;

    /** Creates a renderer of frames of the given size in pixels. */
    public FaceRenderer(Scene scene, int width, int height) {
        this.scene = scene;
        this.width = width;
        this.height = height;
        this.background = new BackgroundPainter(scene).paint(width, height);
        this.camera = new Camera(scene);
    }

    /**
     * Draws one frame.
     *
     * @param expression the expression, to which the resting face is added
     * @param random source of the camera's noise
     */
    public RgbImage render(Identity identity, Expression expression, RandomGenerator random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        graphics.drawImage(background, 0, 0, null);
        person(graphics, identity, expression.shownBy(identity.resting()));
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return camera.develop(pixels, width, height, random);
    }

    static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private void person(Graphics2D graphics, Identity identity, Expression shown) {
        Scene.Framing framing = scene.framing();
        double unit = framing.faceHeight() * height / HEAD_HEIGHT * (1 + 0.09 * shown.lean());
        graphics.translate(
                framing.x() * width, framing.y() * height + (0.06 + 0.05 * shown.lean()) * unit);
        graphics.scale(unit, unit);
        Pen pen = new Pen(graphics);
        Face face = new Face(identity, shown, scene.light().direction());
        HairPainter hair = new HairPainter(pen, face);
        pen.spot(-0.35 * scene.light().direction(), 0.3, 1.5, 1.9, Color.BLACK, 0.26);
        rotate(graphics, shown.tilt());
        hair.paintBehind();
        rotate(graphics, -shown.tilt());
        new BodyPainter(pen, face).paint();
        rotate(graphics, shown.tilt());
        new HeadPainter(pen, face).paint();
        BeardPainter beard = new BeardPainter(pen, face);
        beard.paintJaw();
        new NosePainter(pen, face).paint();
        new MouthPainter(pen, face).paint();
        beard.paintMoustache();
        new EyePainter(pen, face).paint();
        identity.glasses().ifPresent(g -> new GlassesPainter(pen, face).paint(g));
        hair.paintFront();
    }

    /** Rotates about the neck. */
    private static void rotate(Graphics2D graphics, double radians) {
        graphics.rotate(radians, 0, 0.9);
    }
}
