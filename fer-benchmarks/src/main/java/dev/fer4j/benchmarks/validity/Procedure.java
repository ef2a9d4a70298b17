package dev.fer4j.benchmarks.validity;

import dev.fer4j.eval.inference.ClusterBootstrap;
import dev.fer4j.eval.inference.ClusterPermutation;
import dev.fer4j.eval.inference.DeLong;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Jackknife;
import dev.fer4j.eval.inference.Replicates;
import dev.fer4j.eval.inference.Significance;
import dev.fer4j.eval.inference.anova.OneWayAnova;
import dev.fer4j.eval.inference.anova.RepeatedMeasuresAnova;
import java.util.Optional;

/** A statistical procedure to compare two models. */
enum Procedure {
    /** The analysis of {@code StudyInference}. */
    DEFAULT("**fer4j's default**: (crossed) jackknife, t") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            var difference = study.inference().comparisons().get(0).difference();
            return new ValidityVerdict(
                    difference.test().result().filter(test -> test.p() <= 0.05).isPresent(),
                    difference.interval().result());
        }
    },
    /** The default analysis with another metric. */
    AVERAGE_PRECISION("average precision: jackknife over people, t") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return ValidityVerdict.ofP(
                    Jackknife.of(study.averagePrecision(1).minus(study.averagePrecision(0)))
                            .flatMap(jackknife -> jackknife.estimate().test())
                            .map(Significance::p));
        }
    },
    /** Jackknife over people, with trainings as fixed effects. */
    PEOPLE_ONLY("jackknife over people alone, t") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return Jackknife.of(study.difference(study.participants()))
                    .map(jackknife -> ValidityVerdict.of(jackknife.estimate()))
                    .result()
                    .orElse(NONE);
        }
    },
    /** Trainings as blocks, with people as fixed effects. */
    SEEDS_REPEATED("repeated-measures ANOVA over trainings") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return ValidityVerdict.ofP(
                    study.inference()
                            .seeds()
                            .get(0)
                            .repeatedMeasures()
                            .map(RepeatedMeasuresAnova::pCorrected));
        }
    },
    /** Trainings as independent observations, with people as fixed effects. */
    SEEDS_ONE_WAY("one-way ANOVA over trainings") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return ValidityVerdict.ofP(
                    study.inference().seeds().get(0).oneWay().map(OneWayAnova::p));
        }
    },
    /** Obuchowski's variance with a small-sample correction. */
    CLUSTERED_DE_LONG_T("clustered DeLong, t") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return clustered(study).map(ValidityVerdict::of).orElse(NONE);
        }
    },
    /** Obuchowski's variance as published. */
    CLUSTERED_DE_LONG_Z("clustered DeLong, z") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return clustered(study)
                    .map(e -> new Estimate(e.value(), e.standardError(), Double.POSITIVE_INFINITY))
                    .map(ValidityVerdict::of)
                    .orElse(NONE);
        }
    },
    /** Swaps ranks between models by person. */
    SWAP_RANKS("permutation: ranks swapped by person") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return swapped(study, ClusterPermutation.Swapped.RANKS);
        }
    },
    /** Swaps scores between models by person. */
    SWAP_SCORES("permutation: scores swapped by person") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return swapped(study, ClusterPermutation.Swapped.SCORES);
        }
    },
    /** Resamples people with replacement. */
    BOOTSTRAP_PEOPLE("bootstrap of people, percentile") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return ValidityVerdict.of(
                    bootstrap(study)
                            .of(study.difference(study.participants()))
                            .map(r -> r.percentile(Interval.DEFAULT_LEVEL)));
        }
    },
    /** The same, bias-corrected and accelerated. */
    BOOTSTRAP_PEOPLE_BCA("bootstrap of people, BCa") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            var difference = study.difference(study.participants());
            return ValidityVerdict.of(
                    bootstrap(study)
                            .of(difference)
                            .flatMap(
                                    replicates ->
                                            Jackknife.of(difference)
                                                    .flatMap(
                                                            jackknife ->
                                                                    replicates.bca(
                                                                            Interval.DEFAULT_LEVEL,
                                                                            jackknife))));
        }
    },
    /** Resamples people and then their recordings, with replacement. */
    BOOTSTRAP_BOTH("bootstrap of people and recordings, percentile") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return ValidityVerdict.of(
                    bootstrap(study)
                            .ofBoth(
                                    study.difference(study.recordings()),
                                    study.recordings().within(study.participants()))
                            .map(r -> r.percentile(Interval.DEFAULT_LEVEL)));
        }
    },
    /** As if images were independent. */
    IMAGE_DE_LONG("DeLong on images") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return DeLong.of(study.positives(), study.scores())
                    .map(deLong -> ValidityVerdict.of(deLong.difference(1, 0)))
                    .result()
                    .orElse(NONE);
        }
    },
    /** As if images were independent. */
    IMAGE_BOOTSTRAP("bootstrap of images, percentile") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return ValidityVerdict.of(
                    bootstrap(study)
                            .of(study.difference(study.images()))
                            .map((Replicates r) -> r.percentile(Interval.DEFAULT_LEVEL)));
        }
    },
    /** One-way ANOVA of 100 bootstrap AUCs per condition. */
    PAPER_ANOVA("the paper's ANOVA on bootstrap AUCs") {
        @Override
        ValidityVerdict of(SimulatedStudies study) {
            return ValidityVerdict.ofP(
                    study.inference().paperProcedure().runs().get(0).anova().map(OneWayAnova::p));
        }
    };

    private static final ValidityVerdict NONE = new ValidityVerdict(false, Optional.empty());
    private static final int REPLICATES = 1000;

    private final String title;

    Procedure(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract ValidityVerdict of(SimulatedStudies study);

    private static Optional<Estimate> clustered(SimulatedStudies study) {
        return DeLong.clustered(study.positives(), study.scores(), study.participants())
                .map(deLong -> deLong.difference(1, 0))
                .result();
    }

    private static ValidityVerdict swapped(
            SimulatedStudies study, ClusterPermutation.Swapped swapped) {
        return ValidityVerdict.ofP(
                new ClusterPermutation(REPLICATES - 1, swapped, study.seed())
                        .aucDifference(
                                study.positives(),
                                study.scores().get(1),
                                study.scores().get(0),
                                study.participants())
                        .map(ClusterPermutation.Result::p));
    }

    private static ClusterBootstrap bootstrap(SimulatedStudies study) {
        return new ClusterBootstrap(REPLICATES, study.seed());
    }
}
