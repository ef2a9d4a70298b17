"""Reference values of SciPy for OneWayAnovaTest.

Prints one line for each of 40 seeded inputs, tab-separated:
groups (";" between groups, "," between observations), F, p.
"""
import random

from scipy.stats import f_oneway

random.seed(20250145)
for case in range(40):
    spread = random.choice([1.0, 0.01, 1e-6])
    groups = [
        [
            round(0.9 + spread * (random.gauss(0, 1) + random.choice([0, 0.5, 5]) * g), 12)
            for _ in range(random.randint(2, 8))
        ]
        for g in range(random.randint(2, 5))
    ]
    result = f_oneway(*groups)
    print(
        ";".join(",".join(map(repr, g)) for g in groups),
        repr(float(result.statistic)),
        repr(float(result.pvalue)),
        sep="\t",
    )
