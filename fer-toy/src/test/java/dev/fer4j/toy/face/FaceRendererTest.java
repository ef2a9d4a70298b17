package dev.fer4j.toy.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Gender;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceRendererTest {

    private static final Expression SMILE = new Expression(1, 0.1, 0, 0, 0, 0, 0.6, 0, 0, 0, 0);
    private static final Expression SHUT = new Expression(0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0);
    private static final Expression RAISED = new Expression(0, 0, 0.9, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Expression ASIDE = new Expression(0, 0, 0, 0, 0.9, 0, 0, 0, 0, 0, 0);

    private static Scene quiet() {
        Scene any = new SceneSampler(new Seed(3)).laboratory();
        return new Scene(
                any.background(),
                any.wall(),
                any.accent(),
                new Scene.Light(0.3, 0, 1),
                0,
                new Scene.Framing(0.66, 0.5, 0.48),
                any.detail());
    }

    private static Identity person(Identity.HairStyle style) {
        Identity any = Identity.random(Gender.FEMALE, new Seed(5));
        return new Identity(
                any.gender(),
                any.age(),
                any.skin(),
                any.shape(),
                new Identity.Hair(style, any.hair().colour(), 0.5, false),
                any.brows(),
                any.eyes(),
                any.nose(),
                any.lips(),
                any.beard(),
                Optional.empty(),
                any.clothing(),
                RestingFace.NEUTRAL,
                any.detail());
    }

    private static RgbImage draw(Identity identity, Expression expression) {
        return new FaceRenderer(quiet(), 320, 240)
                .render(identity, expression, new Seed(1).generator());
    }

    /** Share of a part of the frame, in shares of its size, whose pixels clearly differ. */
    private static double changed(
            RgbImage a, RgbImage b, double left, double top, double right, double bottom) {
        int changed = 0;
        int all = 0;
        for (int y = (int) (top * a.height()); y < bottom * a.height(); y++) {
            for (int x = (int) (left * a.width()); x < right * a.width(); x++) {
                int difference = 0;
                for (int c = 0; c < 3; c++) {
                    difference += Math.abs(a.at(x, y, c) - b.at(x, y, c));
                }
                all++;
                changed += difference > 45 ? 1 : 0;
            }
        }
        return (double) changed / all;
    }

    @Test
    void smileShowsAtTheMouthAndNotOnTheForehead() {
        Identity identity = person(Identity.HairStyle.BALD);
        RgbImage neutral = draw(identity, Expression.NEUTRAL);
        RgbImage smiling = draw(identity, SMILE);

        assertThat(changed(neutral, smiling, 0.38, 0.58, 0.62, 0.75)).isGreaterThan(0.2);
        assertThat(changed(neutral, smiling, 0.40, 0.18, 0.60, 0.28)).isLessThan(0.01);
    }

    @Test
    void lidsBrowsAndGazeShowAroundTheEyes() {
        Identity identity = person(Identity.HairStyle.BALD);
        RgbImage neutral = draw(identity, Expression.NEUTRAL);

        for (Expression expression : new Expression[] {SHUT, RAISED, ASIDE}) {
            assertThat(changed(neutral, draw(identity, expression), 0.36, 0.32, 0.64, 0.52))
                    .as(expression.toString())
                    .isGreaterThan(0.03);
            assertThat(changed(neutral, draw(identity, expression), 0.38, 0.62, 0.62, 0.80))
                    .as(expression.toString())
                    .isLessThan(0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(Identity.HairStyle.class)
    void noHairHidesTheMouth(Identity.HairStyle style) {
        Identity identity = person(style);

        assertThat(
                        changed(
                                draw(identity, Expression.NEUTRAL),
                                draw(identity, SMILE),
                                0.38,
                                0.58,
                                0.62,
                                0.75))
                .isGreaterThan(0.2);
    }

    @Test
    void restingFaceAddsToTheExpression() {
        RestingFace glum = new RestingFace(-0.4, 0, 0.1, 0, 0, 0, 1);

        Expression shown = SMILE.shownBy(glum);

        assertThat(shown.smile()).isEqualTo(0.6);
        assertThat(shown.brow()).isEqualTo(0.1);
        assertThat(shown.cheekRaise()).isEqualTo(0.6);
    }

    @Test
    void sameSeedGivesTheSamePictureAndAnotherDoesNot() {
        Scene scene = new SceneSampler(new Seed(2)).anywhere();
        Identity identity = Identity.random(Gender.MALE, new Seed(9));
        FaceRenderer renderer = new FaceRenderer(scene, 320, 240);
        byte[] first = renderer.render(identity, SMILE, new Seed(1).generator()).rgb();

        assertThat(renderer.render(identity, SMILE, new Seed(1).generator()).rgb())
                .isEqualTo(first);
        assertThat(renderer.render(identity, SMILE, new Seed(2).generator()).rgb())
                .isNotEqualTo(first);
        assertThat(
                        renderer.render(
                                        Identity.random(Gender.MALE, new Seed(10)),
                                        SMILE,
                                        new Seed(1).generator())
                                .rgb())
                .isNotEqualTo(first);
    }
}
