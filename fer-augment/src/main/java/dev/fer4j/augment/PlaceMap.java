package dev.fer4j.augment;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.Box;
import dev.fer4j.augment.transform.Point;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Maps points of an image to the result of a plan. Mapped points may lie outside the result, and
 * content near a border may appear a second time, reflected.
 *
 * <p>Blur, erasing, colours and noise do not move points; user functions are assumed not to.
 */
public final class PlaceMap {

    private final Affine toResult;
    private final Point centre;
    private final Point resultCentre;

    /** Creates the map of compositions, in order. */
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

    /** Maps a point of the image, for example a landmark, to the result. */
    public Point of(Point place) {
        Point mapped = toResult.apply(new Point(place.x() - centre.x(), place.y() - centre.y()));
        return new Point(mapped.x() + resultCentre.x(), mapped.y() + resultCentre.y());
    }

    /**
     * Returns the bounding box, in the result, of a box of the image. A rotation enlarges it; it is
     * not clipped at the borders.
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
