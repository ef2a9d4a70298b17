"""Distances between sets of features, straight from the papers' formulas, for AuditReferenceTest.

    /usr/bin/python3 fer-synthesis/src/test/python/audit_reference.py \
        > fer-synthesis/src/test/resources/dev/fer4j/synthesis/audit/audit-reference.csv

Debian 12: numpy 1.24.2, scipy 1.10.1.
"""

import numpy as np
from scipy.linalg import sqrtm

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0**-53


def features(random, count, width, shift):
    return np.array([[random.uniform() + shift for _ in range(width)] for _ in range(count)])


def kid(x, y):
    kernel = lambda a, b: (a @ b.T / a.shape[1] + 1) ** 3
    m, n = len(x), len(y)
    xx, yy, xy = kernel(x, x), kernel(y, y), kernel(x, y)
    return (
        (xx.sum() - np.trace(xx)) / (m * (m - 1))
        + (yy.sum() - np.trace(yy)) / (n * (n - 1))
        - 2 * xy.mean()
    )


def fid(x, y):
    a, b = np.cov(x, rowvar=False), np.cov(y, rowvar=False)
    root = np.trace(sqrtm(a @ b)).real
    return ((x.mean(0) - y.mean(0)) ** 2).sum() + np.trace(a) + np.trace(b) - 2 * root


def distances(x, y):
    return np.sqrt(((x[:, None, :] - y[None, :, :]) ** 2).sum(-1))


def radii(x, k):
    return np.sort(distances(x, x), axis=1)[:, k]


def covered(images, by, k):
    return (distances(images, by) <= radii(by, k)[None, :]).any(1).mean()


def density_coverage(real, generated, k):
    inside = distances(real, generated) <= radii(real, k)[:, None]
    return inside.sum() / (k * len(generated)), inside.any(1).mean()


print("seed,real,generated,width,shift,kid,fid,precision,recall,density,coverage")
seed = 0
for real, generated in [(8, 8), (12, 30), (30, 12), (60, 60)]:
    for width in [1, 3, 20, 90]:
        for shift in [0.0, 0.05, 1.0]:
            seed += 1
            random = SplitMix64(seed)
            x = features(random, real, width, 0.0)
            y = features(random, generated, width, shift)
            # np.cov of one feature is a number.
            f = fid(x, y) if width > 1 else (
                (x.mean() - y.mean()) ** 2
                + x.var(ddof=1) + y.var(ddof=1)
                - 2 * np.sqrt(x.var(ddof=1) * y.var(ddof=1))
            )
            d, c = density_coverage(x, y, 5)
            values = [kid(x, y), f, covered(y, x, 3), covered(x, y, 3), d, c]
            print(f"{seed},{real},{generated},{width},{shift}," + ",".join(repr(float(v)) for v in values))
