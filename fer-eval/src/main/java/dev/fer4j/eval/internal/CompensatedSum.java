package dev.fer4j.eval.internal;

/**
 * A compensated sum (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen", 1974): its error does not grow with the number of summands.
 */
public final class CompensatedSum {

    private double sum;
    private double lost;

    /** Creates a sum of zero. */
    public CompensatedSum() {}

    /** Adds a finite number. */
    public void add(double number) {
        double next = sum + number;
        lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
        sum = next;
    }

    public double value() {
        return sum + lost;
    }
}
