package dev.fer4j.study.settings;

import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.plan.EarlyStopping;
import dev.fer4j.train.plan.Optimization;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Describes a training plan: every setting by name. */
public final class TrainingPlanText {

    private TrainingPlanText() {}

    public static Map<String, String> of(TrainingPlan plan) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("network", plan.backbone().toString());
        settings.put(
                "input",
                plan.inputSize()
                        + " × "
                        + plan.inputSize()
                        + switch (plan.fit()) {
                            case STRETCH -> "";
                            case LETTERBOX -> ", letterboxed";
                            case CROP -> ", the centre square";
                        });
        settings.put("augmentation", AugmentationText.of(plan.augmentation()));
        settings.put("mixing of batches", AugmentationText.of(plan.batchAugmentation()));
        settings.put("sampling", AugmentationText.of(plan.sampling()));
        settings.put("epochs, at most", Integer.toString(plan.epochs()));
        if (plan.phases().isEmpty()) {
            settings.put("learning rate", KindText.of(plan.learningRate()));
            settings.put("frozen stages", stages(plan.frozen()));
        }
        for (int i = 0; i < plan.phases().size(); i++) {
            settings.put("phase " + (i + 1), of(plan.phases().get(i)));
        }
        EarlyStopping stopping = plan.earlyStopping();
        settings.put(
                "best epoch by",
                isLast(stopping)
                        ? "number: the last"
                        : stopping.metric().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        settings.put("patience", patience(stopping));
        settings.put("non-finite values", KindText.of(plan.onNotFinite()));
        settings.put("class weights", KindText.of(plan.classWeighting()));
        settings.putAll(of(plan.optimization(), plan.batchSize()));
        settings.put("device", plan.device().toString());
        if (!plan.arithmetic().equals(Arithmetic.DEFAULT)) {
            settings.put("arithmetic", of(plan.arithmetic()));
        }
        return settings;
    }

    private static String of(Arithmetic way) {
        return (way.precision() + ", layout " + way.layout())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                + (way.deterministic() ? ", deterministic" : "");
    }

    private static String of(Phase phase) {
        return String.format(
                Locale.ROOT,
                "%s: %d epochs, %s, frozen: %s",
                phase.name(),
                phase.epochs(),
                KindText.of(phase.learningRate()),
                stages(phase.frozen()));
    }

    private static String stages(Set<String> stages) {
        return stages.isEmpty() ? "none" : String.join(", ", stages);
    }

    private static boolean isLast(EarlyStopping stopping) {
        return stopping.metric() == TrainingMetric.EPOCH;
    }

    private static String patience(EarlyStopping stopping) {
        if (isLast(stopping)) {
            return "no early stopping";
        }
        return stopping.patience()
                + " epochs"
                + (stopping.minChange() > 0
                        ? ", a change of more than " + stopping.minChange() + " counts"
                        : "")
                + (stopping.warmUp() > 0 ? ", after " + stopping.warmUp() + " of warm-up" : "");
    }

    private static Map<String, String> of(Optimization way, int batchSize) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "batch",
                batchSize
                        + " images"
                        + (way.accumulation() > 1
                                ? ", " + way.accumulation() + " batches an update"
                                : ""));
        AdamConfig adam = way.adam();
        settings.put(
                "optimizer",
                String.format(
                        Locale.ROOT,
                        "Adam, %s form, beta %s and %s, epsilon %s",
                        adam.form().name().toLowerCase(Locale.ROOT),
                        adam.beta1(),
                        adam.beta2(),
                        adam.epsilon()));
        settings.put("weight decay", KindText.of(adam.decay()));
        settings.put(
                "gradient clipping", way.clipNorm().map(norm -> "norm " + norm).orElse("none"));
        settings.put(
                "averaged weights",
                way.averageDecay().map(decay -> "decay " + decay).orElse("none"));
        if (!way.stageRates().isEmpty()) {
            settings.put("learning rate factors", way.stageRates().toString());
        }
        return settings;
    }

    /** Describes a file of initial weights. */
    static String of(WeightsFile weights) {
        return weights.path().getFileName()
                + weights.sha256().map(digest -> ", sha-256 " + digest).orElse("")
                + switch (weights.head()) {
                    case REQUIRED -> ", with its last layer";
                    case IF_IT_FITS -> ", with its last layer if that has one unit";
                    case KEPT -> ", with a newly initialized last layer";
                };
    }
}
