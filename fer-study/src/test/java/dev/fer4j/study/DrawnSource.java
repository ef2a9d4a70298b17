package dev.fer4j.study;

import static com.google.common.base.Preconditions.checkState;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Rights;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A source of a stranger's own: drawn pictures in a layout of its own, {@code PERSON-yes-3.png}.
 * People were drawn by one of two lamps, which is a column of groups of its own.
 */
record DrawnSource(String name, Path folder, Optional<String> category) implements DataSource {

    private static final int SIDE = 64;
    private static final Pattern NAME = Pattern.compile("(.+)-(yes|no)\\d+\\.png");

    /** Draws people with pictures of both labels, in a folder for each category. */
    static void draw(Path folder, int people, int pictures, List<String> categories, long seed)
            throws IOException {
        Random random = new Random(seed);
        for (String category : categories) {
            Path home = Files.createDirectories(folder.resolve(category));
            for (int person = 0; person < people; person++) {
                for (int picture = 0; picture < pictures; picture++) {
                    boolean smiles = picture % 2 == 0;
                    String name =
                            seed + category + person + "-" + (smiles ? "yes" : "no") + picture;
                    ImageIO.write(
                            face(smiles, random), "png", home.resolve(name + ".png").toFile());
                }
            }
        }
    }

    /** On a background of bars, which no two pictures share. */
    private static BufferedImage face(boolean smiles, Random random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < 40; i++) {
            g.setColor(new Color(random.nextInt(1 << 24)));
            g.fillRect(random.nextInt(SIDE), random.nextInt(SIDE), 20, 20);
        }
        g.setColor(Color.getHSBColor(random.nextFloat(), 0.4f, 0.9f));
        g.fillOval(10 + random.nextInt(6), 10 + random.nextInt(6), 40, 40);
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(4));
        g.drawArc(20, smiles ? 24 : 40, 24, 20, smiles ? 200 : 20, 140);
        g.dispose();
        return image;
    }

    @Override
    public SourceListing list() throws IOException {
        List<Still> stills = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                Matcher parts = NAME.matcher(file.getFileName().toString());
                checkState(parts.matches(), file);
                Label label =
                        parts.group(2).equals("yes") ? Label.INTERESTED : Label.NOT_INTERESTED;
                Still still =
                        Still.of(name, folder, file, label, parts.group(1))
                                .withRights(Rights.of("CC0-1.0", "drawn"));
                String lamp = parts.group(1).endsWith("0") ? "bulb" : "tube";
                still = still.withGroups(Groups.NONE.withColumn("lamp", lamp));
                String of = category.orElse(file.getParent().getFileName().toString());
                stills.add(of.isEmpty() ? still : still.withCategory(new AdCategory(of)));
            }
        }
        return new SourceListing(name, folder, List.of(), stills, List.of());
    }
}
