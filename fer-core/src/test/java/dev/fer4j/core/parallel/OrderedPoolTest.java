package dev.fer4j.core.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedPoolTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

    @Test
    void resultsComeInTheItemsOrderAndProgressFromTheCallingThread() throws IOException {
        List<Thread> threads = new ArrayList<>();
        List<Progress> updates = new ArrayList<>();
        List<Integer> results =
                OrderedPool.run(
                        "squares",
                        ITEMS,
                        i -> i * i,
                        i -> "",
                        progress -> {
                            threads.add(Thread.currentThread());
                            updates.add(progress);
                        });

        assertThat(results).isEqualTo(ITEMS.stream().map(i -> i * i).toList());
        assertThat(threads).hasSize(100).containsOnly(Thread.currentThread());
        assertThat(updates.get(99)).isEqualTo(new Progress("squares", 100, 100, ""));
    }

    @Test
    void progressSaysTheNoteOfEachResult() throws IOException {
        List<String> notes = new ArrayList<>();
        OrderedPool.run("words", List.of(1, 2), i -> i, i -> "no. " + i, p -> notes.add(p.note()));
        assertThat(notes).containsExactlyInAnyOrder("no. 1", "no. 2");
    }

    @Test
    void noMoreItemsAtATimeThanAskedFor() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        OrderedPool.run(
                "counting",
                ITEMS,
                3,
                i -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    return now.decrementAndGet();
                },
                i -> "",
                ProgressListener.none());
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void nothingToDoIsNoTask() throws IOException {
        List<Progress> updates = new ArrayList<>();
        assertThat(OrderedPool.run("none", List.<Integer>of(), i -> i, i -> "", updates::add))
                .isEmpty();
        assertThat(updates).isEmpty();
    }

    @Test
    void firstFailureInTheItemsOrderIsThrown() {
        for (int run = 0; run < 200; run++) {
            assertThatThrownBy(
                            () ->
                                    OrderedPool.run(
                                            "failing",
                                            ITEMS,
                                            OrderedPoolTest::failFrom40,
                                            i -> "",
                                            ProgressListener.none()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("item 40");
        }
    }

    private static Integer failFrom40(int item) throws IOException {
        if (item >= 40) {
            throw new IOException("item " + item);
        }
        return item;
    }

    @Test
    void uncheckedFailureIsThrownAsItIs() {
        IllegalStateException failure = new IllegalStateException("broken");
        assertThatThrownBy(
                        () ->
                                OrderedPool.run(
                                        "failing",
                                        ITEMS,
                                        item -> {
                                            throw failure;
                                        },
                                        item -> "",
                                        ProgressListener.none()))
                .isSameAs(failure);
    }

    @Test
    void noThreadWorksAfterAFailure() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger running = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                OrderedPool.run(
                                        "failing",
                                        ITEMS,
                                        item -> {
                                            threads.add(Thread.currentThread());
                                            running.incrementAndGet();
                                            try {
                                                return failFrom40(item);
                                            } finally {
                                                running.decrementAndGet();
                                            }
                                        },
                                        item -> "",
                                        ProgressListener.none()))
                .isInstanceOf(IOException.class);
        assertThat(running).hasValue(0);
        assertThat(threads).hasSizeGreaterThan(40);
    }

    @Test
    void interruptStopsAllThreadsAndStays() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger stopped = new AtomicInteger();
        Thread caller = Thread.currentThread();
        assertThatThrownBy(
                        () ->
                                OrderedPool.run(
                                        "waiting",
                                        List.of(1),
                                        item -> {
                                            caller.interrupt();
                                            try {
                                                never.await();
                                            } catch (InterruptedException e) {
                                                stopped.incrementAndGet();
                                            }
                                            return item;
                                        },
                                        item -> "",
                                        ProgressListener.none()))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessageContaining("waiting");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).hasValue(1);
    }
}
