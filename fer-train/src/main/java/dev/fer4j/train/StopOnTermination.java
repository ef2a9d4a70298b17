package dev.fer4j.train;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a training to stop when the process is asked to terminate (SIGTERM, Ctrl-C), and delays
 * termination until this object is closed, so that the training can save a checkpoint. Until the
 * training first polls it there is nothing to save, and the process terminates at once.
 *
 * <pre>
 *   try (StopOnTermination stop = new StopOnTermination(Duration.ofMinutes(1))) {
 *       ResumableTraining.run(…, options.withStopRequested(stop), …);
 *   }
 * </pre>
 */
public final class StopOnTermination implements BooleanSupplier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopOnTermination.class);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean watched;

    /**
     * Installs the shutdown hook.
     *
     * @param longest the longest time by which to delay termination
     */
    public StopOnTermination(Duration longest) {
        hook =
                new Thread(
                        () -> {
                            asked.countDown();
                            if (watched
                                    && !Uninterruptibles.awaitUninterruptibly(closed, longest)) {
                                LOG.warn("the process ends although training is still running");
                            }
                        },
                        "fer4j-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process was asked to terminate. */
    @Override
    public boolean getAsBoolean() {
        watched = true;
        return asked.getCount() == 0;
    }

    /** Lets the process terminate. */
    @Override
    public void close() {
        closed.countDown();
        if (asked.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is already terminating: the running hook finds this closed.
                asked.countDown();
            }
        }
    }
}
