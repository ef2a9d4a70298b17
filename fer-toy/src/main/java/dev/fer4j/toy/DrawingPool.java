package dev.fer4j.toy;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs drawing jobs on all processors, and stops at the first failure. */
final class DrawingPool {

    private static final String TASK = "drawing the toy corpus";

    private final ProgressListener progress;

    DrawingPool(ProgressListener progress) {
        this.progress = progress;
    }

    void run(List<DrawingJob> jobs) throws IOException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            CompletionService<Integer> done = new ExecutorCompletionService<>(threads);
            for (DrawingJob job : jobs) {
                done.submit(
                        () -> {
                            job.drawing().run();
                            return job.files().size();
                        });
            }
            for (int i = 1; i <= jobs.size(); i++) {
                done.take().get();
                progress.update(new Progress(TASK, i, jobs.size(), ""));
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new IOException("the toy corpus: " + cause.getMessage(), cause);
            }
            Throwables.throwIfUnchecked(e.getCause());
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException(
                    "drawing the toy corpus was interrupted; run it again to complete it", e);
        } finally {
            threads.shutdownNow();
            // Ensures that nothing writes to the folder after this method returns.
            Uninterruptibles.awaitTerminationUninterruptibly(threads);
        }
    }
}
