package dev.fer4j.augment;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.Box;
import dev.fer4j.augment.transform.Point;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where places of an image lie in the result of a plan. Results may lie outside of the picture, and
 * what lies near a border may be seen once more, reflected.
 *
 * <p>Blur, erasing, colours and noise leave places as they are, and so does, as far as this map
 * knows, a function of the user's own.
 */
public final class PlaceMap {

    private final Affine toResult;
    private final Point centre;
    private final Point resultCentre;

    /** Of compositions, in order. */
    PlaceMap(
            List<PlanStep.Composition> compositions,
            int width,
            int height,
            int resultWidth,
            int resultHeight) {
        Affine toSource = Affine.IDENTITY;
        for (PlanStep.Composition composition : compositions) {
            toSource = toSource.after(composition.places());
        }
        Affine scale =
                Affine.window((double) width / resultWidth, (double) height / resultHeight, 0, 0);
        this.toResult = toSource.after(scale).inverse();
        this.centre = new Point(width / 2.0, height / 2.0);
        this.resultCentre = new Point(resultWidth / 2.0, resultHeight / 2.0);
    }

    /** Where a place of the image, for example a landmark, lies in the result. */
    public Point of(Point place) {
        Point mapped = toResult.apply(new Point(place.x() - centre.x(), place.y() - centre.y()));
        return new Point(mapped.x() + resultCentre.x(), mapped.y() + resultCentre.y());
    }

    /**
     * The smallest box of the result that holds all of a box of the image. A rotation makes it
     * larger; it is not cut at the picture's borders.
     */
    public Box of(Box box) {
        List<Point> corners =
                List.of(
                        of(new Point(box.left(), box.top())),
                        of(new Point(box.right(), box.top())),
                        of(new Point(box.left(), box.bottom())),
                        of(new Point(box.right(), box.bottom())));
        return new Box(
                xs(corners).min().orElseThrow(),
                ys(corners).min().orElseThrow(),
                xs(corners).max().orElseThrow(),
                ys(corners).max().orElseThrow());
    }

    private static DoubleStream xs(List<Point> points) {
        return points.stream().mapToDouble(Point::x);
    }

    private static DoubleStream ys(List<Point> points) {
        return points.stream().mapToDouble(Point::y);
    }
}
