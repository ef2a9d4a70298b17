package dev.fer4j.toy;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.parallel.OrderedPool;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/** Runs drawing jobs on all processors, and stops at the first failure. */
final class DrawingPool {

    private static final String TASK = "drawing the toy corpus";

    private final ProgressListener progress;

    DrawingPool(ProgressListener progress) {
        this.progress = progress;
    }

    void run(List<DrawingJob> jobs) throws IOException {
        try {
            OrderedPool.run(TASK, jobs, DrawingPool::draw, files -> "", progress);
        } catch (InterruptedIOException e) {
            throw new OutputException(
                    "drawing the toy corpus was interrupted; run it again to complete it", e);
        } catch (IOException e) {
            throw new IOException("the toy corpus: " + e.getMessage(), e);
        }
    }

    /** Returns the number of files. */
    private static int draw(DrawingJob job) throws IOException {
        job.drawing().run();
        return job.files().size();
    }
}
