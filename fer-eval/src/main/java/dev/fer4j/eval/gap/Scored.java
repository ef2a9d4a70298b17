package dev.fer4j.eval.gap;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.metric.Outcome;
import java.util.Optional;

/**
 * A ROC AUC of one training.
 *
 * @param seed the training seed
 * @param auc its value
 * @param cases the predictions that it was computed from; empty if they are not known by person
 */
record Scored(Seed seed, Outcome auc, Optional<Predictions> cases) {}
