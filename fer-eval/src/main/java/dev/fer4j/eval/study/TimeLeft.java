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
 * The estimated time left of a study, based on the cells trained in this run: a cell is expected to
 * take the mean time of those of its condition or, if there are none yet, of all. The remaining
 * cells are scheduled as they will be run, each in the first free slot.
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

    /** The running cells, in the order in which they were started. */
    Collection<Cell> running() {
        return begun.keySet();
    }

    /**
     * The time until the last cell is done.
     *
     * @param waiting the cells that have not started, in order
     * @return empty if no cell has finished yet to base an estimate on
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
