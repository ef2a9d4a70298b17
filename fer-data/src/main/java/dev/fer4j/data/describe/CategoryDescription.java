package dev.fer4j.data.describe;

import dev.fer4j.core.AdCategory;
import java.util.Optional;

/**
 * What a source holds of one advertisement category.
 *
 * @param category empty for items whose category is unknown
 * @param clips video files of these recordings
 * @param stills images that are files already
 * @param participants different people
 * @param interested recordings and stills with the positive label
 * @param prevalence share of these among recordings and stills, 0 to 1; empty if there are none
 */
public record CategoryDescription(
        Optional<AdCategory> category,
        int recordings,
        int clips,
        int stills,
        int participants,
        int interested,
        Optional<Double> prevalence) {}
