"""Metrics of scikit-learn and a test of SciPy, as their users call them.

Usage: evaluation_sklearn.py areas|images|people|anova SAMPLES REPETITIONS

areas is the ROC AUC and the average precision of so many samples; images and people are 1,000
bootstrap ROC AUCs of 3,020 images of 20 people, images or people being drawn; anova is a one-way
analysis of variance of so many values in three groups. Prints the seconds of one repetition, after
one that is not counted.
"""

import sys
import time

import numpy as np
from scipy.stats import f_oneway
from sklearn.metrics import average_precision_score, roc_auc_score

IMAGES, PEOPLE, REPLICATES = 3020, 20, 1000


def drawn(samples):
    """Samples, five of six positive, with some skill."""
    classes = (rng.integers(0, 6, samples) > 0).astype(int)
    return classes, 0.8 * rng.random(samples) + 0.2 * classes


def areas(classes, scores):
    return roc_auc_score(classes, scores) + average_precision_score(classes, scores)


def bootstrap(classes, scores, draw):
    total = 0
    for _ in range(REPLICATES):
        chosen = draw()
        total += roc_auc_score(classes[chosen], scores[chosen])
    return total / REPLICATES


def work(what, samples):
    """A function of no arguments."""
    if what == "areas":
        classes, scores = drawn(samples)
        return lambda: areas(classes, scores)
    if what == "anova":
        groups = np.array_split(rng.normal(size=samples), 3)
        return lambda: f_oneway(*groups).statistic
    classes, scores = drawn(IMAGES)
    if what == "images":
        return lambda: bootstrap(classes, scores, lambda: rng.integers(0, IMAGES, IMAGES))
    images_of = [np.arange(person, IMAGES, PEOPLE) for person in range(PEOPLE)]
    people = lambda: np.concatenate([images_of[p] for p in rng.integers(0, PEOPLE, PEOPLE)])
    return lambda: bootstrap(classes, scores, people)


rng = np.random.default_rng(1)
repetitions = int(sys.argv[3])
run = work(sys.argv[1], int(sys.argv[2]))
run()
start = time.perf_counter()
result = sum(run() for _ in range(repetitions))
seconds = (time.perf_counter() - start) / repetitions
print("mean result", result / repetitions)
print(seconds)
