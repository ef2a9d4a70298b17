package dev.fer4j.train.doctor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Problem;

/**
 * Something about this machine.
 *
 * @param subject what was looked at, for example {@code memory}
 * @param status how it is
 * @param found what was found
 * @param mend the remedy; empty if nothing need be done
 */
public record Finding(String subject, Status status, String found, String mend) {

    /** How something is. */
    public enum Status {
        /** As it should be. */
        OK,
        /** It works, slower or with less than it could. */
        WARNING,
        /** Something does not work. */
        PROBLEM
    }

    public Finding {
        requireNonNull(subject);
        requireNonNull(found);
        checkArgument(
                (status == Status.OK) == mend.isEmpty(),
                "%s: a problem or warning needs a remedy",
                subject);
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, Status.OK, found, "");
    }

    static Finding warning(String subject, String found, String mend) {
        return new Finding(subject, Status.WARNING, found, mend);
    }

    static Finding problem(String subject, Problem problem) {
        return problem(subject, problem.cause(), problem.mend());
    }

    static Finding problem(String subject, String found, String mend) {
        return new Finding(subject, Status.PROBLEM, found, mend);
    }
}
