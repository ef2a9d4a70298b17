package dev.fer4j.toy.face;

import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Scene.Background;
import java.awt.Color;
import java.util.List;
import java.util.random.RandomGenerator;

/** Samples scenes at random. It never sees a label, so scenes cannot reveal one. */
public final class SceneSampler {

    private static final int[] WALLS = {
        0xcfc8bb, 0xb9c4c9, 0xd9cdb8, 0xa9b8a6, 0xc9b0a2, 0x8fa1ad, 0xe4dfd6, 0xb49f8b, 0x7d8a94,
        0xd8c4c0, 0x9c93a8, 0xa88f6f, 0x6f7f78, 0xc7d0c4
    };
    private static final int[] ACCENTS = {
        0x5f7a94, 0xb8694f, 0x6a8a62, 0xc9a04a, 0x7a5f86, 0x3f6f78, 0xa85a66, 0x8a7a5a, 0x54617a
    };
    private static final List<Background> LABORATORY =
            List.of(Background.PANELS, Background.WALL, Background.CURTAIN);

    private final RandomGenerator random;

    public SceneSampler(Seed seed) {
        random = seed.derive("scene").generator();
    }

    /** Any place, light and framing, as when people film themselves. */
    public Scene anywhere() {
        return new Scene(
                Background.values()[random.nextInt(Background.values().length)],
                colour(WALLS),
                colour(ACCENTS),
                new Scene.Light(between(-1, 1), between(-1, 1), between(0.80, 1.08)),
                between(0.5, 4.5),
                new Scene.Framing(between(0.61, 0.75), between(0.42, 0.58), between(0.44, 0.53)),
                random.nextLong());
    }

    /** A laboratory room: even light, a fixed camera. */
    public Scene laboratory() {
        return new Scene(
                LABORATORY.get(random.nextInt(LABORATORY.size())),
                colour(WALLS),
                colour(ACCENTS),
                new Scene.Light(between(-0.6, 0.6), between(-0.5, 0.5), between(0.92, 1.06)),
                between(1.5, 3.5),
                new Scene.Framing(between(0.64, 0.70), 0.5, 0.48),
                random.nextLong());
    }

    /** The same room with another participant: framing and light vary slightly. */
    public Scene sitting(Scene room) {
        Scene.Light light = room.light();
        Scene.Framing framing = room.framing();
        return new Scene(
                room.background(),
                room.wall(),
                room.accent(),
                new Scene.Light(
                        light.direction() + between(-0.15, 0.15),
                        light.warmth() + between(-0.1, 0.1),
                        light.level() + between(-0.04, 0.04)),
                room.noise(),
                new Scene.Framing(
                        framing.faceHeight() + between(-0.05, 0.06),
                        framing.x() + between(-0.05, 0.05),
                        framing.y() + between(-0.03, 0.03)),
                room.detail());
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private Color colour(int[] values) {
        return Colors.mix(
                new Color(values[random.nextInt(values.length)]),
                new Color(values[random.nextInt(values.length)]),
                random.nextDouble() * 0.4);
    }
}
