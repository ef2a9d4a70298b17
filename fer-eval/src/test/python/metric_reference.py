"""Reference values of scikit-learn for MetricReferenceTest.

Prints one line for each of 200 seeded inputs, tab-separated:
classes (0/1), scores (comma-separated), ROC AUC, average precision, trapezoid of the PR curve.
"""
import random

from sklearn.metrics import auc, average_precision_score, precision_recall_curve, roc_auc_score

random.seed(20250145)
for case in range(200):
    n = random.randint(2, 40)
    prevalence = random.choice([0.2, 0.5, 0.831])
    classes = [int(random.random() < prevalence) for _ in range(n)]
    classes[0], classes[1] = 0, 1
    decimals = random.choice([0, 1, 2, 17])
    skill = random.choice([-0.3, 0.0, 0.2, 0.6])
    scores = [
        round(min(1.0, max(0.0, random.random() * (1 - abs(skill)) + skill * c)), decimals)
        for c in classes
    ]
    precision, recall, _ = precision_recall_curve(classes, scores)
    print(
        "".join(map(str, classes)),
        ",".join(map(repr, scores)),
        repr(float(roc_auc_score(classes, scores))),
        repr(float(average_precision_score(classes, scores))),
        repr(float(auc(recall, precision))),
        sep="\t",
    )
