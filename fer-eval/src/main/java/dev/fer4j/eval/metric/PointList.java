package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** The points of a curve, each created on access. */
final class PointList<P> extends AbstractList<P> implements RandomAccess {

    private final int size;
    private final IntFunction<P> point;

    PointList(int size, IntFunction<P> point) {
        this.size = size;
        this.point = point;
    }

    @Override
    public P get(int index) {
        return point.apply(checkElementIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
