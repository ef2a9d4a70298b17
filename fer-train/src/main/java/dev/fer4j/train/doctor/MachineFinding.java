package dev.fer4j.train.doctor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Problem;

/**
 * A finding about this machine.
 *
 * @param subject what was examined, for example {@code memory}
 * @param found what was found
 * @param mend the remedy; empty if nothing need be done
 */
public record MachineFinding(String subject, Status status, String found, String mend) {

    /** The severity of a finding. */
    public enum Status {
        /** No problem. */
        OK,
        /** It works, but slowly or with limitations. */
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
