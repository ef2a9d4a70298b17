package dev.fer4j.train.doctor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Problem;

/**
 * Something about this machine.
 *
 * @param subject what was looked at, for example {@code memory}
 * @param found what was found
 * @param mend the remedy; empty if nothing need be done
 */
public record MachineFinding(String subject, Status status, String found, String mend) {

    /** How something is. */
    public enum Status {
        /** As it should be. */
        OK,
        /** It works, slower or with less than it could. */
        WARNING,
        /** Something does not work. */
        PROBLEM
    }

    public MachineFinding {
        requireNonNull(subject);
        requireNonNull(found);
        checkArgument(
                (status == Status.OK) == mend.isEmpty(),
                "%s: a problem or warning needs a remedy",
                subject);
    }

    static MachineFinding ok(String subject, String found) {
        return new MachineFinding(subject, Status.OK, found, "");
    }

    static MachineFinding warning(String subject, String found, String mend) {
        return new MachineFinding(subject, Status.WARNING, found, mend);
    }

    static MachineFinding problem(String subject, Problem problem) {
        return problem(subject, problem.cause(), problem.mend());
    }

    static MachineFinding problem(String subject, String found, String mend) {
        return new MachineFinding(subject, Status.PROBLEM, found, mend);
    }
}
