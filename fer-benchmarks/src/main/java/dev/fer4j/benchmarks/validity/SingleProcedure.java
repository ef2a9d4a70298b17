package dev.fer4j.benchmarks.validity;

import dev.fer4j.eval.inference.ClusterBootstrap;
import dev.fer4j.eval.inference.DeLong;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Jackknife;

/** A procedure that computes a confidence interval for the AUC of one model. */
enum SingleProcedure {
    /** The analysis of {@code StudyInference}. */
    DEFAULT("**fer4j's default**: jackknife over people, logit, t") {
        @Override
        Finding<Interval> of(SimulatedStudies study) {
            return study.inference().aucs().get(0).interval();
        }
    },
    /** The same without the logit transform. */
    JACKKNIFE("jackknife over people, t") {
        @Override
        Finding<Interval> of(SimulatedStudies study) {
            return Jackknife.of(study.auc(0, study.participants()))
                    .flatMap(jackknife -> jackknife.estimate().interval(LEVEL));
        }
    },
    /** Obuchowski's variance with a small-sample correction and logit transform. */
    CLUSTERED_DE_LONG_LOGIT("clustered DeLong, logit, t") {
        @Override
        Finding<Interval> of(SimulatedStudies study) {
            return clustered(study).flatMap(estimate -> estimate.logitInterval(LEVEL));
        }
    },
    /** Obuchowski's variance as published. */
    CLUSTERED_DE_LONG_Z("clustered DeLong, z") {
        @Override
        Finding<Interval> of(SimulatedStudies study) {
            return clustered(study)
                    .map(e -> new Estimate(e.value(), e.standardError(), Double.POSITIVE_INFINITY))
                    .flatMap(estimate -> estimate.interval(LEVEL));
        }
    },
    /** Resamples people with replacement. */
    BOOTSTRAP_PEOPLE("bootstrap of people, percentile") {
        @Override
        Finding<Interval> of(SimulatedStudies study) {
            return new ClusterBootstrap(1000, study.seed())
                    .of(study.auc(0, study.participants()))
                    .map(replicates -> replicates.percentile(LEVEL));
        }
    },
    /** The same, bias-corrected and accelerated. */
    BOOTSTRAP_PEOPLE_BCA("bootstrap of people, BCa") {
        @Override
        Finding<Interval> of(SimulatedStudies study) {
            var auc = study.auc(0, study.participants());
            return new ClusterBootstrap(1000, study.seed())
                    .of(auc)
                    .flatMap(r -> Jackknife.of(auc).flatMap(j -> r.bca(LEVEL, j)));
        }
    },
    /** As if images were independent. */
    IMAGE_DE_LONG("DeLong on images") {
        @Override
        Finding<Interval> of(SimulatedStudies study) {
            return DeLong.of(study.positives(), study.scores())
                    .flatMap(deLong -> deLong.auc(0).interval(LEVEL));
        }
    };

    private static final double LEVEL = Interval.DEFAULT_LEVEL;

    private final String title;

    SingleProcedure(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract Finding<Interval> of(SimulatedStudies study);

    private static Finding<Estimate> clustered(SimulatedStudies study) {
        return DeLong.clustered(study.positives(), study.scores(), study.participants())
                .map(deLong -> deLong.auc(0));
    }
}
