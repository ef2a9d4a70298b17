package dev.fer4j.synthesis.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.device.PyTorch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectorTest {

    private static final int[] ROWS = {1};

    private NDManager manager;
    private Generator generator;

    @BeforeEach
    void makeAGenerator() {
        manager = NDManager.newBaseManager(Device.cpu());
        generator =
                Generator.create(
                        manager,
                        StyleGan2Config.published(16)
                                .withChannels(256, 16)
                                .withDimensions(16, 16)
                                .withMappingLayers(2),
                        new Seed(4));
        generator.learns(false);
        generator.estimateAverage(new Seed(1), 2000);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private RgbImage image(long seed) {
        return new ImageGenerator(generator, Truncation.NONE)
                .images(List.of(new Seed(seed)))
                .get(0);
    }

    @Test
    void imageOfTheGeneratorIsFoundAgain() {
        RgbImage target = image(7);
        ProjectionPlan plan = ProjectionPlan.defaults().withSteps(150);
        Projection found =
                new Projector(generator, plan, Optional.empty()).project(target, new Seed(1));
        double first = found.trajectory().get(0).pixelDifference();
        assertThat(found.pixelDifference()).isLessThan(first / 8);
        assertThat(found.converged()).isTrue();
        assertThat(found.trajectory()).first().extracting(Projection.Point::step).isEqualTo(0);
        assertThat(found.trajectory()).last().extracting(Projection.Point::step).isEqualTo(149);

        RgbImage again =
                new ImageGenerator(generator, Truncation.NONE)
                        .ofStyles(found.toArray(manager), List.of(new Seed(1)))
                        .get(0);
        double sum = 0;
        for (int i = 0; i < again.rgb().length; i++) {
            double difference = (again.rgb()[i] & 0xff) - (target.rgb()[i] & 0xff);
            sum += difference * difference / again.rgb().length;
        }
        // Noise has a strength of 0 at first, so styles are all there is. A picture's values end
        // where the target's do, so it is a little nearer.
        assertThat(sum / (127.5 * 127.5)).isLessThan(found.pixelDifference() + 1e-3);
    }

    @Test
    void discriminatorsFeaturesCanBeComparedWithoutPixels() {
        Discriminator discriminator =
                Discriminator.create(manager, generator.config(), new Seed(5));
        discriminator.learns(false);
        ProjectionPlan features =
                ProjectionPlan.defaults()
                        .withSteps(150)
                        .withWeights(new ProjectionPlan.Weights(0, 1, 0));
        Projection found =
                new Projector(
                                generator,
                                features,
                                Optional.of(PerceptualDistance.of(discriminator)))
                        .project(image(7), new Seed(1));
        // Features are of length 1 everywhere: how bright the image is they do not tell.
        double first = found.trajectory().get(0).loss();
        assertThat(found.trajectory())
                .last()
                .satisfies(p -> assertThat(p.loss()).isLessThan(first / 4));

        NDList maps = discriminator.features(manager.zeros(new Shape(2, 3, 16, 16)));
        assertThat(maps.stream().map(NDArray::getShape))
                .containsExactly(new Shape(2, 16, 8, 8), new Shape(2, 16, 4, 4));
    }

    @Test
    void oneStyleForAllLayersComesLessNearAndTheSameSeedGivesTheSame() {
        ProjectionPlan plan = ProjectionPlan.defaults().withSteps(30);
        Projector perLayer = new Projector(generator, plan, Optional.empty());
        Projection one = perLayer.project(image(7), new Seed(1));
        assertThat(perLayer.project(image(7), new Seed(1)).styles()).isEqualTo(one.styles());
        Projection single =
                new Projector(generator, plan.withSpace(ProjectionPlan.Space.W), Optional.empty())
                        .project(image(7), new Seed(1));
        int width = single.styles().size() / single.styleCount();
        assertThat(single.styles().subList(0, width))
                .isEqualTo(single.styles().subList(width, 2 * width));
    }

    @Test
    void imageFindsTheSameStylesInAGroupAsAlone() {
        Discriminator discriminator =
                Discriminator.create(manager, generator.config(), new Seed(5));
        discriminator.learns(false);
        Projector projector =
                new Projector(
                        generator,
                        ProjectionPlan.defaults().withSteps(8),
                        Optional.of(PerceptualDistance.of(discriminator)));
        List<ProjectionTarget> targets =
                LongStream.range(0, 5)
                        .mapToObj(i -> new ProjectionTarget(image(i), new Seed(i)))
                        .toList();
        List<Integer> steps = new ArrayList<>();
        List<Projection> together = projector.project(targets, steps::add);
        assertThat(steps).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        for (int i = 0; i < targets.size(); i++) {
            Projection alone = projector.project(targets.get(i).image(), targets.get(i).seed());
            assertThat(distance(together.get(i), alone)).isLessThan(1e-3);
            assertThat(together.get(i).pixelDifference())
                    .isCloseTo(alone.pixelDifference(), withinPercentage(0.1));
            assertThat(together.get(i).trajectory().get(0).loss())
                    .isCloseTo(alone.trajectory().get(0).loss(), withinPercentage(0.01));
        }
        // Images differ by far more than rounding.
        assertThat(distance(together.get(0), together.get(1))).isGreaterThan(0.1);
        assertThat(projector.project(targets, step -> {}))
                .extracting(Projection::styles)
                .isEqualTo(together.stream().map(Projection::styles).toList());
    }

    @Test
    void groupsProjectedAtTheSameTimeHaveTheBitsOfGroupsAlone() throws IOException {
        Projector projector =
                new Projector(generator, ProjectionPlan.defaults().withSteps(8), Optional.empty());
        List<FixedGroup> groups =
                LongStream.range(0, 6)
                        .mapToObj(i -> new FixedGroup(List.of(target(2 * i), target(2 * i + 1))))
                        .toList();
        int threads = EngineInfo.current().threads();
        projector.project(List.copyOf(groups));
        assertThat(EngineInfo.current().threads()).isEqualTo(threads);
        for (FixedGroup group : groups) {
            assertThat(group.steps).isEqualTo(8);
            List<Projection> alone =
                    PyTorch.withThreads(3, () -> projector.project(group.targets, step -> {}));
            assertThat(group.projections)
                    .extracting(Projection::styles)
                    .isEqualTo(alone.stream().map(Projection::styles).toList());
        }
    }

    @Test
    void failureOfAGroupEndsTheOthers() {
        Projector projector =
                new Projector(generator, ProjectionPlan.defaults().withSteps(8), Optional.empty());
        FixedGroup unreadable =
                new FixedGroup(List.of()) {
                    @Override
                    public List<ProjectionTarget> targets() throws IOException {
                        throw new IOException("no such image");
                    }
                };
        assertThatThrownBy(
                        () ->
                                projector.project(
                                        List.of(
                                                new FixedGroup(List.of(target(1))),
                                                unreadable,
                                                new FixedGroup(List.of(target(2))))))
                .isInstanceOf(IOException.class)
                .hasMessage("no such image");
    }

    private ProjectionTarget target(long seed) {
        return new ProjectionTarget(image(seed), new Seed(seed));
    }

    private static class FixedGroup implements ProjectionGroup {
        private final List<ProjectionTarget> targets;
        private int steps;
        private List<Projection> projections = List.of();

        FixedGroup(List<ProjectionTarget> targets) {
            this.targets = targets;
        }

        @Override
        public List<ProjectionTarget> targets() throws IOException {
            return targets;
        }

        @Override
        public void stepped(int done) {
            assertThat(done).isEqualTo(steps + 1);
            steps = done;
        }

        @Override
        public void finished(List<Projection> found) {
            projections = found;
        }
    }

    /** The distance of styles, relative to their length. */
    private static double distance(Projection one, Projection other) {
        double squares = 0;
        double length = 0;
        for (int i = 0; i < one.styles().size(); i++) {
            squares += Math.pow(one.styles().get(i) - other.styles().get(i), 2);
            length += Math.pow(other.styles().get(i), 2);
        }
        return Math.sqrt(squares / length);
    }

    @Test
    void groupsOfLargeNetworksAreSmall() {
        assertThat(Projector.group(StyleGan2Config.small(64))).isEqualTo(8);
        assertThat(Projector.group(StyleGan2Config.small(64).withChannels(8192, 512))).isEqualTo(4);
        assertThat(Projector.group(StyleGan2Config.small(256))).isEqualTo(2);
        assertThat(Projector.group(StyleGan2Config.small(1024))).isEqualTo(1);
    }

    @Test
    void noiseMapsAreNormalAndTheirNeighboursDoNotCorrelate() {
        NoiseMaps noise = new NoiseMaps(manager, generator.config(), List.of(new Seed(1)));
        noise.normalize();
        double random = noise.correlations().getFloat();
        noise.parameters()
                .values()
                .forEach(
                        map -> {
                            for (var number :
                                    map.getArray()
                                            .reshape(map.getArray().getShape().get(1), -1)
                                            .mean(ROWS)
                                            .toFloatArray()) {
                                assertThat((double) number).isCloseTo(0, within(1e-6));
                            }
                            var squares =
                                    map.getArray()
                                            .square()
                                            .reshape(map.getArray().getShape().get(1), -1)
                                            .mean(ROWS);
                            for (var number : squares.toFloatArray()) {
                                assertThat((double) number).isCloseTo(1, within(1e-5));
                            }
                        });
        // A map with stripes has neighbours that are alike in one direction.
        var map = noise.parameters().get("noise.b16").getArray();
        map.set(new NDIndex("0,1"), manager.arange(16f).reshape(1, 16).broadcast(16, 16));
        noise.normalize();
        assertThat((double) noise.correlations().getFloat()).isGreaterThan(random + 0.5);
    }

    @Test
    void rateRisesAndFallsAndJitterFades() {
        ProjectionPlan plan = ProjectionPlan.defaults().withSteps(100);
        assertThat(plan.rateAt(0)).isCloseTo(0.02, within(1e-12));
        assertThat(plan.rateAt(50)).isEqualTo(0.1);
        assertThat(plan.rateAt(99)).isLessThan(0.001);
        assertThat(plan.jitterAt(0)).isEqualTo(0.05);
        assertThat(plan.jitterAt(75)).isZero();
        assertThatThrownBy(() -> plan.withSteps(0).withRate(0).requireValid())
                .hasMessageContaining("steps 0")
                .hasMessageContaining("rate 0.0");
    }
}
