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
 * @param cases what it is the AUC of; empty if that is not known by person
 */
record Scored(Seed seed, Outcome auc, Optional<Predictions> cases) {}
