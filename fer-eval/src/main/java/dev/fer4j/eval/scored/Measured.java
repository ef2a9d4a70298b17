package dev.fer4j.eval.scored;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import java.util.Map;

/**
 * A number with its interval, as far as these are defined. In JSON {@code {"value", "low",
 * "high"}}, {@code {"value", "no_interval"}} or {@code {"undefined"}}, the last two with a reason.
 *
 * @param value the number, or why it is undefined
 * @param interval the 95 % interval, or why it is undefined; undefined if the number is
 */
public record Measured(Outcome value, Finding<Interval> interval) {

    public Measured {
        requireNonNull(value);
        requireNonNull(interval);
        if (value.undefinedBecause().isPresent()) {
            interval = Finding.undefined(value.undefinedBecause().get());
        }
    }

    @JsonCreator
    static Measured read(
            @JsonProperty("value") Double value,
            @JsonProperty("low") Double low,
            @JsonProperty("high") Double high,
            @JsonProperty("no_interval") String noInterval,
            @JsonProperty("undefined") String undefined) {
        if (value == null) {
            return new Measured(Outcome.undefined(undefined), Finding.undefined(undefined));
        }
        return new Measured(
                Outcome.of(value),
                noInterval == null
                        ? Finding.of(new Interval(low, high, Interval.DEFAULT_LEVEL))
                        : Finding.undefined(noInterval));
    }

    /** The JSON representation. */
    @JsonValue
    public Map<String, Object> toJson() {
        if (value.value().isEmpty()) {
            return Map.of("undefined", value.undefinedBecause().orElseThrow());
        }
        ImmutableMap.Builder<String, Object> json = ImmutableMap.builder();
        json.put("value", value.value().get());
        interval.result()
                .ifPresentOrElse(
                        found -> json.put("low", found.lower()).put("high", found.upper()),
                        () -> json.put("no_interval", interval.undefinedBecause().orElseThrow()));
        return json.buildOrThrow();
    }
}
