package org.example.smileys;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws the pictures that this example is about, so that it needs nothing but itself. */
final class Drawing {

    private static final int SIDE = 96;

    private Drawing() {}

    /** Six people a category, half of them in ink, with five pictures each: two or three smile. */
    static void writeAll(Path folder, List<String> categories, long seed) throws IOException {
        Random random = new Random(seed);
        for (String category : categories) {
            Path home = Files.createDirectories(folder.resolve(category));
            for (int person = 0; person < 6; person++) {
                Color skin = Color.getHSBColor(random.nextFloat(), 0.4f, 0.9f);
                for (int picture = 0; picture < 5; picture++) {
                    boolean smiles = (person + picture) % 2 == 0;
                    String pen = person < 3 ? "ink" : "pencil";
                    String name =
                            String.join("-", category + seed + person, pen, smiles ? "yes" : "no")
                                    + "-"
                                    + picture;
                    ImageIO.write(
                            face(skin, pen, smiles, random),
                            "png",
                            home.resolve(name + ".png").toFile());
                }
            }
        }
    }

    private static BufferedImage face(Color skin, String pen, boolean smiles, Random random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        // A study compares pictures: these are of different rooms.
        for (int i = 0; i < 40; i++) {
            g.setColor(new Color(random.nextInt(1 << 24)));
            g.fillRect(random.nextInt(SIDE), random.nextInt(SIDE), 30, 30);
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.translate(random.nextInt(9) - 4, random.nextInt(9) - 4);
        g.setColor(skin);
        g.fillOval(8, 8, 80, 80);
        g.setColor(pen.equals("ink") ? Color.BLACK : Color.DARK_GRAY);
        g.fillOval(30, 34, 8, 10);
        g.fillOval(58, 34, 8, 10);
        g.setStroke(new BasicStroke(4));
        if (smiles) {
            g.drawArc(28, 40, 40, 32, 200, 140);
        } else {
            g.drawArc(28, 64, 40, 32, 20, 140);
        }
        g.dispose();
        return image;
    }
}
