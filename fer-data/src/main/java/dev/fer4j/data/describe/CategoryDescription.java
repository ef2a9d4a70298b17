package dev.fer4j.data.describe;

import dev.fer4j.core.AdCategory;
import java.util.Optional;

/**
 * The contents of a source for one advertisement category.
 *
 * @param category empty for items whose category is unknown
 * @param clips number of video files of these recordings
 * @param stills number of labelled image files
 * @param participants number of distinct people
 * @param interested number of recordings and stills with the positive label
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
