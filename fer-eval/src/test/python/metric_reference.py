"""Reference values of scikit-learn, SciPy and NumPy for the tests of fer-eval's metrics.

Usage: metric_reference.py curves|large|thresholds|calibration|fairness|multiclass

Prints tab-separated lines, one for each input, under a line of column names. Inputs are not stored:
both sides make them from the same integers (SplitMix64). What has no value is "undefined".
"""
import math
import sys
import warnings
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit
from sklearn import metrics
from sklearn.calibration import calibration_curve

warnings.filterwarnings("ignore")
getcontext().prec = 60
MASK = (1 << 64) - 1
KINDS = ["mixed", "ties", "tiny", "constant", "imbalanced"]
CASES = 200
UNDEFINED = "undefined"


class SplitMix64:
    """Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() >> 1) % bound

    def uniform(self):
        return (self.next() >> 11) * 2.0**-53


def uniforms(seed, n):
    """The first n uniform numbers of a SplitMix64, at once."""
    state = np.uint64(seed) + np.arange(1, n + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(float) * 2.0**-53


def case(kind, number):
    """Classes and scores of a small input."""
    random = SplitMix64(KINDS.index(kind) * 1000 + number)
    smallest, span = {
        "mixed": (2, 60),
        "ties": (2, 100),
        "tiny": (2, 4),
        "constant": (2, 50),
        "imbalanced": (50, 200),
    }[kind]
    n = smallest + random.below(span)
    prevalence = [0.2, 0.5, 0.831][random.below(3)]
    skill = [-0.3, 0.0, 0.2, 0.6][random.below(4)]
    levels = 4 if kind == "tiny" else 0
    if kind == "ties":
        levels = 2 + random.below(6)
    rare = random.below(2)
    if kind == "imbalanced":
        levels = 100 * random.below(2)
        classes = [rare if i == 1 else 1 - rare for i in range(n)]
    else:
        classes = [int(random.uniform() < prevalence) for _ in range(n)]
        classes[0], classes[1] = 0, 1
    constant = random.uniform()
    scores = []
    for c in classes:
        score = random.uniform() * (1 - abs(skill))
        score = score + (skill * c if skill >= 0 else -skill * (1 - c))
        if levels > 0:
            score = math.floor(score * levels) / levels
        scores.append(constant if kind == "constant" else score)
    return np.array(classes), np.array(scores)


LARGE = [("distinct", 0.5, 0.2, 0), ("ties", 0.831, 0.2, 1000), ("imbalanced", 0.0001, 0.2, 0)]


def large(number, n=1_000_000):
    """Classes and scores of a million samples."""
    _, prevalence, skill, levels = LARGE[number]
    classes = (uniforms(2 * number, n) < prevalence).astype(int)
    scores = uniforms(2 * number + 1, n) * (1 - skill) + skill * classes
    return classes, np.floor(scores * levels) / levels if levels else scores


def counts(classes, scores):
    """True and false positives for each different score from the highest, and that score."""
    fps, tps, thresholds = metrics._ranking._binary_clf_curve(classes, scores)
    return tps.astype(int), fps.astype(int), thresholds


def interpolated(tps, fps):
    """The integral of Davis and Goadrich's interpolation, in 60 digits."""
    area, t, f = Decimal(0), 0, 0
    for tp, fp in zip(tps.tolist(), fps.tolist()):
        if tp > t:
            a, b = t + f, tp + fp
            slope = Decimal(tp - t) / Decimal(b - a)
            part = Decimal(tp - t)
            if a > 0:
                part += (t - slope * a) * (Decimal(b) / Decimal(a)).ln()
            area += slope * part
        t, f = tp, fp
    return float(area / int(tps[-1]))


def davis_goadrich(tps, fps):
    """A point for each true positive, and trapezoids."""
    parts, t, f = [], 0, 0
    for tp, fp in zip(tps.tolist(), fps.tolist()):
        if tp > t:
            skew = Fraction(fp - f, tp - t)
            if t + f == 0:
                before = 1 / (1 + skew)
            else:
                before = Fraction(t, t + f)
            for x in range(1, tp - t + 1):
                precision = Fraction(t + x) / (t + x + f + skew * x)
                parts.append(float((before + precision) / 2))
                before = precision
        t, f = tp, fp
    return math.fsum(parts) / int(tps[-1])


def keras_counts(classes, scores):
    """True and false positives at Keras's 200 thresholds, from the highest."""
    inner = [(i + 1) * 1.0 / 199 for i in range(198)]
    thresholds = np.array([-1e-7] + inner + [1 + 1e-7])[::-1]
    positive, negative = np.sort(scores[classes == 1]), np.sort(scores[classes == 0])
    tp = len(positive) - np.searchsorted(positive, thresholds, side="right")
    fp = len(negative) - np.searchsorted(negative, thresholds, side="right")
    return tp, fp


def keras_roc(tp, fp):
    """tf.keras.metrics.AUC(curve="ROC"), as its documentation has it, in 64 bits."""
    x, y = fp / fp[-1], tp / tp[-1]
    return np.sum(np.diff(x) * (y[:-1] + y[1:]) / 2)


def keras_pr(tp, fp):
    """tf.keras.metrics.AUC(curve="PR"), as its documentation has it, in 64 bits.

    Where a large and a small number are subtracted, digits are lost: its result is checked here
    against the same integral in 60 digits, which is what is returned.
    """
    dtp = np.diff(tp).astype(float)
    p = (tp + fp).astype(float)
    dp = np.diff(p)
    slope = np.divide(dtp, dp, out=np.zeros_like(dtp), where=dp > 0)
    intercept = tp[:-1] - slope * p[:-1]
    both = (p[:-1] > 0) & (p[1:] > 0)
    ratio = np.divide(p[1:], p[:-1], out=np.ones_like(dtp), where=both)
    documented = np.sum(slope * (dtp + intercept * np.log(ratio)) / tp[-1])
    exact = interpolated(tp, fp)
    assert abs(documented - exact) < 1e-12, (documented, exact)
    return exact


def partial(tps, fps, low, high):
    """The area below the ROC curve between two false positive rates, exactly."""
    low, high = Fraction(low), Fraction(high)
    positives, negatives = int(tps[-1]), int(fps[-1])
    area, x0, y0 = Fraction(0), Fraction(0), Fraction(0)
    for tp, fp in zip(tps.tolist(), fps.tolist()):
        x1, y1 = Fraction(fp, negatives), Fraction(tp, positives)
        left, right = max(x0, low), min(x1, high)
        if left < right:
            at = lambda x: y0 + (y1 - y0) * (x - x0) / (x1 - x0)
            area += (right - left) * (at(left) + at(right)) / 2
        x0, y0 = x1, y1
    return area


def weighted(values):
    """A sum that depends on the order: the k-th value counts k times."""
    return math.fsum((k + 1) * v for k, v in enumerate(values))


def areas(classes, scores):
    precision, recall, _ = metrics.precision_recall_curve(classes, scores)
    tps, fps, _ = counts(classes, scores)
    return [
        metrics.roc_auc_score(classes, scores),
        metrics.average_precision_score(classes, scores),
        metrics.auc(recall, precision),
        interpolated(tps, fps),
        davis_goadrich(tps, fps),
        keras_pr(*keras_counts(classes, scores)),
        keras_roc(*keras_counts(classes, scores)),
    ]


AREAS = ["roc_auc", "average_precision", "trapezoid", "interpolated", "davis_goadrich"]
AREAS += ["keras_pr", "keras_roc"]


def curves():
    yield ["kind", "number"] + AREAS + [
        "to", "partial_to", "from", "partial", "standardized",
        "points", "fpr", "tpr", "thresholds", "precision", "recall",
    ]
    for kind in KINDS:
        for number in range(CASES):
            classes, scores = case(kind, number)
            tps, fps, _ = counts(classes, scores)
            fpr, tpr, thresholds = metrics.roc_curve(classes, scores, drop_intermediate=False)
            precision, recall, _ = metrics.precision_recall_curve(classes, scores)
            to = [0.05, 0.1, 0.3, 0.5, 1.0][number % 5]
            low = to * [0.0, 0.25, 0.9][number % 3]
            area = partial(tps, fps, low, to)
            low_, to_ = Fraction(low), Fraction(to)
            least, most = (to_**2 - low_**2) / 2, to_ - low_
            yield [kind, number] + areas(classes, scores) + [
                to,
                metrics.roc_auc_score(classes, scores, max_fpr=to),
                low,
                float(area),
                float((1 + (area - least) / (most - least)) / 2),
                len(fpr),
                weighted(fpr),
                weighted(tpr),
                weighted(thresholds[1:]),
                weighted(precision[::-1]),
                weighted(recall[::-1]),
            ]


def large_areas():
    yield ["kind", "number"] + AREAS
    for number, (kind, *_) in enumerate(LARGE):
        yield [kind, number] + areas(*large(number))


def ratio(part, whole):
    return float(Fraction(int(part), int(whole))) if whole else UNDEFINED


def rates(classes, called):
    """What scikit-learn says, and "undefined" where it puts another number for 0 / 0."""
    tn, fp, fn, tp = metrics.confusion_matrix(classes, called, labels=[0, 1]).ravel()
    both = (tp + fn) * (tn + fp) * (tp + fp) * (tn + fn) > 0
    one_cell = max(tn, fp, fn, tp) == len(classes) and fp + fn == 0
    both_classes = (tp + fn) * (tn + fp) > 0
    return [
        int(tp), int(fp), int(tn), int(fn),
        metrics.accuracy_score(classes, called),
        metrics.balanced_accuracy_score(classes, called) if both_classes else UNDEFINED,
        metrics.precision_score(classes, called) if tp + fp else UNDEFINED,
        metrics.recall_score(classes, called) if tp + fn else UNDEFINED,
        metrics.recall_score(classes, called, pos_label=0) if tn + fp else UNDEFINED,
        metrics.precision_score(classes, called, pos_label=0) if tn + fn else UNDEFINED,
        metrics.f1_score(classes, called) if tp + fp + fn else UNDEFINED,
        metrics.fbeta_score(classes, called, beta=2) if tp + fp + fn else UNDEFINED,
        metrics.matthews_corrcoef(classes, called) if both else UNDEFINED,
        UNDEFINED if one_cell else metrics.cohen_kappa_score(classes, called),
        metrics.balanced_accuracy_score(classes, called, adjusted=True)
        if both_classes
        else UNDEFINED,
    ]


RATES = ["tp", "fp", "tn", "fn", "accuracy", "balanced_accuracy", "precision", "recall"]
RATES += ["specificity", "npv", "f1", "f2", "matthews", "kappa", "youden"]


def thresholds():
    yield ["kind", "number"] + RATES + ["max_youden", "max_f1", "sensitivity", "specificity_rule"]
    for kind in KINDS:
        for number in range(CASES):
            classes, scores = case(kind, number)
            tps, fps, values = counts(classes, scores)
            p, n = int(tps[-1]), int(fps[-1])
            youden = [Fraction(int(t), p) - Fraction(int(f), n) for t, f in zip(tps, fps)]
            f1 = [Fraction(2 * int(t), int(t) + int(f) + p) for t, f in zip(tps, fps)]
            sensitive = [v for v, t in zip(values, tps) if t / p >= 0.8]
            specific = [v for v, f in zip(values, fps) if (n - f) / n >= 0.8]
            # A third of the calls are made at a threshold that nobody or everybody reaches.
            threshold = [0.5, 0.5, 2.0, 0.5, 0.5, 0.0][number % 6]
            yield [kind, number] + rates(classes, (scores >= threshold).astype(int)) + [
                values[youden.index(max(youden))],
                values[f1.index(max(f1))],
                sensitive[0],
                specific[-1] if specific else UNDEFINED,
            ]


def reliability(classes, scores, bins, strategy):
    """Counts by the bins of calibration_curve, and what it returns.

    Quantiles of eighths have no rounding in their positions, so that a score on an edge is on it.
    """
    share, mean = calibration_curve(classes, scores, n_bins=bins, strategy=strategy)
    edges = np.linspace(0, 1, bins + 1)
    if strategy == "quantile":
        edges = np.percentile(scores, edges * 100)
    count = np.bincount(np.searchsorted(edges[1:-1], scores))
    return count[count > 0], share, mean


def temperature(classes, scores):
    eps = np.finfo(float).eps
    clipped = np.clip(scores, eps, 1 - eps)
    margins = np.where(classes == 1, 1, -1) * (np.log(clipped) - np.log1p(-clipped))
    slope = lambda beta: math.fsum(-margins * expit(-beta * margins))
    if slope(0) >= -1e-12 * math.fsum(abs(margins)) or (margins >= 0).all():
        return UNDEFINED
    high = 1.0
    while slope(high) < 0:
        high *= 2
    return 1 / brentq(slope, 0, high, xtol=1e-300, rtol=8.9e-16, maxiter=1000)


def calibration():
    yield [
        "kind", "number", "brier", "brier_skill", "log_loss", "bins", "ece", "mce",
        "quantile_bins", "quantile_ece", "quantile_mce",
        "reliability", "resolution", "uncertainty", "temperature",
    ]
    for kind in KINDS:
        for number in range(CASES):
            classes, scores = case(kind, number)
            brier = metrics.brier_score_loss(classes, scores)
            base = classes.mean()
            uncertainty = metrics.brier_score_loss(classes, np.full(len(classes), base))
            line = [kind, number, brier, 1 - brier / uncertainty]
            line += [metrics.log_loss(classes, scores, labels=[0, 1])]
            for strategy, bins in [("uniform", 10), ("quantile", 8)]:
                count, share, mean = reliability(classes, scores, bins, strategy)
                error = np.abs(share - mean)
                line += [len(count), math.fsum(count * error) / len(classes), error.max()]
            count, share, mean = reliability(classes, scores, 10, "uniform")
            yield line + [
                math.fsum(count * (mean - share) ** 2) / len(classes),
                math.fsum(count * (share - base) ** 2) / len(classes),
                uncertainty,
                temperature(classes, scores),
            ]


def gap(values, of):
    values = [v for v in values if v is not UNDEFINED]
    return of(max(values), min(values)) if len(values) >= 2 else UNDEFINED


def fairness():
    yield [
        "kind", "number", "groups", "parity_difference", "parity_ratio",
        "equal_opportunity", "equalized_odds",
    ]
    difference = lambda high, low: high - low
    for kind in KINDS:
        for number in range(CASES):
            classes, scores = case(kind, number)
            random = SplitMix64(100_000 + KINDS.index(kind) * 1000 + number)
            group = np.array([random.below(3) for _ in classes])
            selection, tpr, fpr = [], [], []
            for g in np.unique(group):
                called = (scores[group == g] >= 0.5).astype(int)
                tn, fp, fn, tp = metrics.confusion_matrix(
                    classes[group == g], called, labels=[0, 1]
                ).ravel()
                selection.append(ratio(tp + fp, len(called)))
                tpr.append(ratio(tp, tp + fn))
                fpr.append(ratio(fp, tn + fp))
            opportunity, false = gap(tpr, difference), gap(fpr, difference)
            odds = UNDEFINED
            if UNDEFINED not in (opportunity, false):
                odds = max(opportunity, false)
            yield [
                kind, number, len(np.unique(group)),
                gap(selection, difference),
                gap(selection, lambda high, low: low / high if high else UNDEFINED),
                opportunity, odds,
            ]


CLASS_METRICS = (
    "auc average_precision macro_auc weighted_auc macro_ap weighted_ap hand_till accuracy"
    " balanced_accuracy macro_f1 recall precision f1 kappa linear quadratic brier log_loss"
    " confidence classwise temperature"
).split()


def class_case(number):
    """Classes and probabilities of a small input; of four, one has ties and one lacks a class."""
    random = SplitMix64(500_000 + number)
    k = 2 + random.below(6)
    n = k + random.below(80)
    skill = [0.0, 0.5, 2.0][random.below(3)]
    ties = number % 4 == 1
    absent = random.below(k) if number % 4 == 2 else -1
    truth = np.array([i if i < k else random.below(k) for i in range(n)])
    truth[truth == absent] = (absent + 1) % k
    scores = np.array([[random.uniform() for _ in range(k)] for _ in range(n)])
    scores[np.arange(n), truth] += skill / 2
    if ties:
        scores = np.floor(scores * 4) / 4 + 0.25
    return k, truth, scores / scores.sum(axis=1, keepdims=True)


def calibration_error(right, probability):
    """Ten bins of equal width, a probability on an edge being in the bin below it."""
    edges = np.arange(11) / 10
    bins = np.maximum(np.searchsorted(edges, probability, side="left"), 1)
    total = 0.0
    for b in range(1, 11):
        inside = bins == b
        if inside.any():
            total += inside.sum() * abs(right[inside].mean() - probability[inside].mean())
    return total / len(probability)


def class_temperature(truth, p):
    logs = np.log(np.clip(p, 2.0**-52, 1 - 2.0**-52))
    own = logs[np.arange(len(truth)), truth][:, None]

    def slope(inverse):
        z = inverse * (logs - logs.max(axis=1, keepdims=True))
        shares = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        return (shares * (logs - own)).sum() / len(truth)

    spread = (logs.max(axis=1) - logs.min(axis=1)).sum()
    if slope(0) >= -1e-12 * spread / len(truth) or (own[:, 0] >= logs.max(axis=1)).all():
        return UNDEFINED
    upper = 1.0
    while slope(upper) < 0:
        upper *= 2
    return 1 / brentq(slope, 0, upper, xtol=1e-300, rtol=1e-14)


def class_row(number):
    k, truth, p = class_case(number)
    labels = np.arange(k)
    called = p.argmax(axis=1)
    one = truth[:, None] == labels
    present = one.any(axis=0)
    all_there = present.all()
    lone = one.all(axis=0).any()
    out = {}
    aucs = [metrics.roc_auc_score(one[:, c], p[:, c]) if 0 < one[:, c].sum() < len(truth) else None for c in labels]
    aps = [metrics.average_precision_score(one[:, c], p[:, c]) if 0 < one[:, c].sum() < len(truth) else None for c in labels]
    # The last class's.
    out["auc"] = aucs[-1]
    out["average_precision"] = aps[-1]
    if all_there and not lone:
        if k > 2:
            for average in ("macro", "weighted"):
                out[average + "_auc"] = metrics.roc_auc_score(
                    truth, p, multi_class="ovr", average=average, labels=labels
                )
            out["hand_till"] = metrics.roc_auc_score(
                truth, p, multi_class="ovo", average="macro", labels=labels
            )
        else:
            out["macro_auc"] = np.mean(aucs)
            out["weighted_auc"] = np.average(aucs, weights=one.sum(axis=0))
            out["hand_till"] = np.mean(aucs)
        out["macro_ap"] = metrics.average_precision_score(one, p, average="macro")
        out["weighted_ap"] = metrics.average_precision_score(one, p, average="weighted")
        if k == 2:
            out["macro_ap"] = np.mean(aps)
            out["weighted_ap"] = np.average(aps, weights=one.sum(axis=0))
        out["balanced_accuracy"] = metrics.balanced_accuracy_score(truth, called)
    out["accuracy"] = metrics.accuracy_score(truth, called)
    f1 = [metrics.f1_score(one[:, c], called == c) if (one[:, c] | (called == c)).any() else None for c in labels]
    if None not in f1:
        out["macro_f1"] = metrics.f1_score(truth, called, labels=labels, average="macro")
    out["f1"] = f1[-1]
    if present[-1]:
        out["recall"] = metrics.recall_score(one[:, -1], called == k - 1)
    if (called == k - 1).any():
        out["precision"] = metrics.precision_score(one[:, -1], called == k - 1)
    for name, weights in (("kappa", None), ("linear", "linear"), ("quadratic", "quadratic")):
        value = metrics.cohen_kappa_score(truth, called, labels=labels, weights=weights)
        out[name] = None if np.isnan(value) else value
    out["brier"] = ((p - one) ** 2).sum(axis=1).mean()
    out["log_loss"] = metrics.log_loss(truth, p, labels=labels)
    out["confidence"] = calibration_error(called == truth, p.max(axis=1))
    out["classwise"] = np.mean([calibration_error(one[:, c], p[:, c]) for c in labels])
    out["temperature"] = class_temperature(truth, p)
    values = [out.get(column) for column in CLASS_METRICS]
    return [number] + [UNDEFINED if v is None else v for v in values]


def multiclass():
    yield ["number"] + CLASS_METRICS
    for number in range(400):
        yield class_row(number)


def text(value):
    return repr(float(value)) if isinstance(value, (float, np.floating)) else str(value)


tables = {
    "curves": curves,
    "large": large_areas,
    "thresholds": thresholds,
    "calibration": calibration,
    "fairness": fairness,
    "multiclass": multiclass,
}
for line in tables[sys.argv[1]]():
    print("\t".join(map(text, line)))
