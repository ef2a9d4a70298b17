package dev.fer4j.eval.study;

import com.google.common.base.Ticker;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * When the rest of a study will be done, judged by the cells that were trained in this run: a cell
 * is expected to take as long as those of its condition did on average, or, if there are none yet,
 * as long as all did. The rest is laid out as it will be run, each cell on the place that is free
 * first.
 */
final class TimeLeft {

    private final Ticker ticker;
    private final int places;
    private final Map<Cell, Long> begun = new LinkedHashMap<>();
    private final ListMultimap<Condition, Long> taken = ArrayListMultimap.create();

    TimeLeft(Ticker ticker, int places) {
        this.ticker = ticker;
        this.places = places;
    }

    void begin(Cell cell) {
        begun.put(cell, ticker.read());
    }

    void end(Cell cell, boolean finished) {
        long nanos = ticker.read() - begun.remove(cell);
        if (finished) {
            taken.put(cell.condition(), nanos);
        }
    }

    /** Those under way, in the order in which they were begun. */
    Collection<Cell> running() {
        return begun.keySet();
    }

    /**
     * Until the last cell is done.
     *
     * @param waiting the cells that have not started, in order
     * @return empty if no cell has finished yet that could tell how long one takes
     */
    Optional<Duration> of(Iterable<Cell> waiting) {
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        PriorityQueue<Double> freeAfter = new PriorityQueue<>();
        begun.forEach(
                (cell, start) ->
                        freeAfter.add(Math.max(0, expected(cell) - (ticker.read() - start))));
        while (freeAfter.size() < places) {
            freeAfter.add(0.0);
        }
        for (Cell cell : waiting) {
            freeAfter.add(freeAfter.remove() + expected(cell));
        }
        return Optional.of(Duration.ofNanos(Math.round(Collections.max(freeAfter))));
    }

    private double expected(Cell cell) {
        Collection<Long> alike = taken.get(cell.condition());
        return (alike.isEmpty() ? taken.values() : alike)
                .stream().mapToLong(nanos -> nanos).average().orElseThrow();
    }
}
