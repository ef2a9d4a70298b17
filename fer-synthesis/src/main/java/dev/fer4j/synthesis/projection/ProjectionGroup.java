package dev.fer4j.synthesis.projection;

import java.io.IOException;
import java.util.List;

/**
 * Images that are projected together. All methods are called by the thread that projects the group;
 * groups may be projected at the same time by several threads.
 */
public interface ProjectionGroup {

    /** Returns at least one image; called once, when the group's turn has come. */
    List<ProjectionTarget> targets() throws IOException;

    /** Called after each step with the number of finished ones. */
    void stepped(int steps);

    /** Called with the projections of all images, in their order. */
    void finished(List<Projection> projections) throws IOException;
}
