"""Reference values for the tests of dev.fer4j.eval.inference.

    /usr/bin/python3 inference_reference.py NAME > ../resources/dev/fer4j/eval/inference/NAME.tsv

prints 200 seeded cases or more, one a line: the input, then the values, separated by tabs; "," stands
between numbers and ";" between groups. Statistics are computed in whole fractions and probabilities
with mpmath to 30 digits; what SciPy or statsmodels says of the same input stands beside them. "nan"
is what our classes call undefined.

Debian: python3-scipy 1.10.1, python3-statsmodels 0.13.5, python3-mpmath 1.2.1, python3-numpy 1.24.2.
"""
import itertools
import math
import random
import sys
import warnings
from fractions import Fraction

import mpmath as mp
import numpy as np
from scipy import stats
from scipy.special import ndtr

mp.mp.dps = 30
random.seed(20250145)


def exact(x):
    return mp.mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else mp.mpf(x)


def text(x):
    if x is None:
        return "nan"
    if isinstance(x, str):
        return x
    if isinstance(x, (list, tuple, np.ndarray)):
        return ",".join(text(y) for y in x)
    if isinstance(x, (bool, int, np.integer)):
        return str(int(x))
    if isinstance(x, Fraction):
        x = exact(x)
    return mp.nstr(x, 20) if isinstance(x, mp.mpf) else repr(float(x))


def line(*fields):
    print(*(text(f) for f in fields), sep="\t")


def groups_text(groups):
    return ";".join(text(g) for g in groups)


def classes_text(classes):
    return "".join(str(int(c)) for c in classes)


# Probabilities ---------------------------------------------------------------------------------


def beta_tail(a, b, x):
    """The regularized incomplete beta function, by Lentz's continued fraction."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    if x <= 0:
        return mp.mpf(0)
    if x >= 1:
        return mp.mpf(1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_tail(b, a, 1 - x)
    front = mp.exp(
        a * mp.log(x) + b * mp.log1p(-x) - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b)
    )
    value, c, d = mp.mpf(1), mp.mpf(1), mp.mpf(0)
    for i in itertools.count():
        m = i // 2
        if i == 0:
            n = mp.mpf(1)
        elif i % 2 == 0:
            n = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            n = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / (1 + n * d)
        c = 1 + n / c
        value *= c * d
        if abs(1 - c * d) < mp.mpf(10) ** -28:
            return front / a * (value - 1)


def f_tail(f, d1, d2):
    f, d1, d2 = exact(f), mp.mpf(d1), mp.mpf(d2)
    with mp.workdps(50):
        return beta_tail(d2 / 2, d1 / 2, d2 / (d2 + d1 * f))


def t_tails(t, df):
    t, df = exact(t), mp.mpf(df)
    with mp.workdps(50):
        return beta_tail(df / 2, mp.mpf(1) / 2, df / (df + t * t))


def chi_tail(x, df):
    return mp.gammainc(mp.mpf(df) / 2, exact(x) / 2, mp.inf, regularized=True)


def normal_tails(z):
    return mp.erfc(abs(exact(z)) / mp.sqrt(2))


def cumulative(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def range_tail(w, k):
    """P(W > w) of the range of k normal values."""
    w = mp.mpf(w)
    # The quadrature stops at a difference of 1e-30, however small the integral.
    scale = mp.exp(w * w / 4)

    def integrand(z):
        with mp.workdps(70):
            a, b = cumulative(z), cumulative(z - w)
            return scale * mp.npdf(z) * (a ** (k - 1) - (a - b) ** (k - 1))

    points = [-14, -6, -3, -1, 0, 1, 2, 4, w / 2 - 2, w / 2, w / 2 + 2, w / 2 + 6, w / 2 + 14]
    return k * mp.quad(integrand, sorted(set(map(mp.mpf, points)))) / scale


def panels(low, high, number):
    """Points and weights of Gauss and Legendre, 20 in each panel."""
    x, w = np.polynomial.legendre.leggauss(20)
    edges = np.linspace(low, high, number + 1)
    half = np.diff(edges) / 2
    middle = (edges[1:] + edges[:-1]) / 2
    return (middle[:, None] + half[:, None] * x).ravel(), (half[:, None] * w).ravel()


def studentized_tail(q, k, df):
    """P(Q > q): of two values it is Student's; else integrated over s by Gauss and Legendre."""
    if k == 2:
        return t_tails(mp.mpf(q) / mp.sqrt(2), df)
    grid = np.exp(np.linspace(-12, 3, 3001))
    log_density = (df - 1) * np.log(grid) - df * grid**2 / 2
    kept = grid[(v := log_density - (q * grid) ** 2 / 4) > v.max() - 60]
    bulk = grid[log_density > log_density.max() - 60]
    low = 0 if df < 12 else 0.9 * min(kept[0], bulk[0])
    s, ws = panels(low, 1.1 * max(kept[-1], bulk[-1]), 150)
    z, wz = panels(-9, 30, 60)
    density = np.exp((df - 1) * np.log(s) - df * s**2 / 2 + df / 2)
    a = ndtr(z)[None, :]
    outside = ndtr(z[None, :] - q * s[:, None]) / a
    with np.errstate(divide="ignore"):
        inner = -np.expm1((k - 1) * np.log1p(-np.minimum(outside, 1))) * a ** (k - 1)
    tails = k * (inner * (wz * np.exp(-z * z / 2) / math.sqrt(2 * math.pi))).sum(1)
    return float((ws * density * tails).sum() / (ws * density).sum())


# Inputs ----------------------------------------------------------------------------------------


def observations(size, centre, spread, decimals):
    return [round(random.gauss(centre, spread), decimals) for _ in range(size)]


def random_groups(smallest=1):
    """Groups of an analysis of variance: few and many, tied, hardly spread, far apart, equal."""
    kind = random.choice(["plain", "plain", "tied", "narrow", "apart", "uneven", "tiny", "equal"])
    number = random.choice([2, 2, 3, 3, 4, 6])
    spread = {"narrow": 1e-6, "apart": 0.01}.get(kind, random.choice([1.0, 0.05]))
    decimals = {"tied": 1, "narrow": 12}.get(kind, 6)
    sizes = [random.randint(2, 12) for _ in range(number)]
    if kind == "uneven":
        sizes = [smallest] * (number - 1) + [60]
    if kind == "tiny":
        sizes = [smallest] * (number - 1) + [2]
    shift = {"apart": 0.4, "narrow": 1e-6}.get(kind, random.choice([0, 0.5]) * spread)
    groups = [observations(n, 0.9 + shift * g, spread, decimals) for g, n in enumerate(sizes)]
    if kind == "equal":
        groups = [[0.7] * n for n in sizes]
        if random.random() < 0.5:
            groups[0][0] = 0.8
    return groups


def random_blocks(least_conditions=2):
    kind = random.choice(["plain", "plain", "tied", "narrow", "apart", "tiny", "equal"])
    n = 2 if kind == "tiny" else random.randint(2, 9)
    k = max(least_conditions, random.choice([2, 3, 3, 4, 5]))
    decimals = {"tied": 1, "narrow": 12}.get(kind, 6)
    spread = {"narrow": 1e-7, "apart": 0.001}.get(kind, 0.1)
    shift = {"apart": 0.2, "narrow": 1e-7}.get(kind, random.choice([0, 0.05]))
    blocks = []
    for _ in range(n):
        own = random.gauss(0.8, 0.1)
        blocks.append(
            [round(own + shift * j + random.gauss(0, spread * (1 + j)), decimals) for j in range(k)]
        )
    if kind == "equal":
        blocks = [[0.5] * k for _ in range(n)]
        if random.random() < 0.5:
            blocks[0][0] = 0.6
    return blocks


def random_scores(n_models=1, most_clusters=8):
    """Classes, scores of each model, clusters: tied, constant, perfect, one class, uneven."""
    kind = random.choice(["plain", "plain", "plain", "tied", "coarse", "uneven", "tiny", "perfect",
                          "constant", "alike", "one class"])
    clusters = random.randint(2, most_clusters)
    n = 4 if kind == "tiny" else random.randint(max(6, clusters), 40)
    prevalence = 0.95 if kind == "uneven" else random.choice([0.3, 0.5, 0.831])
    classes = [random.random() < prevalence for _ in range(n)]
    classes[0], classes[1] = False, True
    if kind == "one class":
        classes = [True] * n
    of = [random.randrange(clusters) for _ in range(n)]
    own = [random.gauss(0, 0.5) for _ in range(clusters)]
    decimals = {"tied": 1, "coarse": 0}.get(kind, 6)
    shared = [random.gauss(0, 0.7) + own[c] for c in of]
    models = []
    for model in range(n_models):
        skill = random.choice([0, 0.7, 1.5, 1.5])
        models.append([
            round(skill * c + s + random.gauss(0, 0.7), decimals) for c, s in zip(classes, shared)
        ])
    if kind == "perfect":
        models[0] = [10.0 * c + 0.001 * i for i, c in enumerate(classes)]
    if kind == "constant":
        models[0] = [0.5] * n
    if kind == "alike" and n_models > 1:
        models[1] = [round(2 * s, 6) for s in models[0]]
    return classes, models, of


def midranks(values):
    return [
        Fraction(sum(w < v for w in values)) + Fraction(sum(w == v for w in values) + 1, 2)
        for v in values
    ]


def wins(classes, scores):
    """Half-win kernel: rows are positives, columns negatives."""
    positives = [s for c, s in zip(classes, scores) if c]
    negatives = [s for c, s in zip(classes, scores) if not c]
    return [
        [Fraction(2 * (x > y) + (x == y), 2) for y in negatives] for x in positives
    ]


def auc(classes, scores):
    kernel = wins(classes, scores)
    if not kernel or not kernel[0]:
        return None
    return sum(map(sum, kernel)) / (len(kernel) * len(kernel[0]))


# Files -----------------------------------------------------------------------------------------


def one_way_anova():
    """groups, F, p, eta squared, omega squared; F and p of SciPy's f_oneway."""
    for _ in range(240):
        groups = random_groups()
        x = [[Fraction(v) for v in g] for g in groups]
        n, k = sum(map(len, x)), len(x)
        mean = sum(map(sum, x)) / n
        between = sum(len(g) * (sum(g) / len(g) - mean) ** 2 for g in x)
        within = sum(sum((v - sum(g) / len(g)) ** 2 for v in g) for g in x)
        if n == k or within == 0:
            line(groups_text(groups), *[None] * 6)
            continue
        error = within / (n - k)
        f = between / (k - 1) / error
        peer = stats.f_oneway(*groups)
        line(
            groups_text(groups),
            f,
            f_tail(f, k - 1, n - k),
            between / (between + within),
            (between - (k - 1) * error) / (between + within + error),
            peer.statistic,
            peer.pvalue,
        )


def repeated_measures_anova():
    """blocks, F, p, epsilon, corrected p, partial eta squared; F and p of statsmodels' AnovaRM."""
    import pandas as pd
    from statsmodels.stats.anova import AnovaRM

    for _ in range(240):
        blocks = random_blocks()
        n, k = len(blocks), len(blocks[0])
        x = [[Fraction(v) for v in b] for b in blocks]
        grand = sum(map(sum, x)) / (n * k)
        rows = [sum(b) / k for b in x]
        columns = [sum(b[j] for b in x) / n for j in range(k)]
        rest = [[x[i][j] - rows[i] - columns[j] + grand for j in range(k)] for i in range(n)]
        error = sum(sum(v * v for v in r) for r in rest)
        between = n * sum((c - grand) ** 2 for c in columns)
        if error == 0:
            line(groups_text(blocks), *[None] * 7)
            continue
        d1, d2 = k - 1, (k - 1) * (n - 1)
        f = between / d1 / (error / d2)
        # Eigenvalues of the covariance matrix after centring it on both sides.
        centre = mp.matrix(k, k)
        covariance = mp.matrix(k, k)
        for i in range(k):
            for j in range(k):
                centre[i, j] = mp.mpf(i == j) - mp.mpf(1) / k
                covariance[i, j] = exact(
                    sum((b[i] - columns[i]) * (b[j] - columns[j]) for b in x) / (n - 1)
                )
        values = mp.eigsy(centre * covariance * centre, eigvals_only=True)
        epsilon = sum(values) ** 2 / (d1 * sum(v * v for v in values))
        frame = pd.DataFrame(
            [(i, j, blocks[i][j]) for i in range(n) for j in range(k)],
            columns=["block", "condition", "value"],
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = AnovaRM(frame, "value", "block", within=["condition"]).fit().anova_table
        line(
            groups_text(blocks),
            f,
            f_tail(f, d1, d2),
            epsilon,
            f_tail(f, epsilon * d1, epsilon * d2),
            between / (between + error),
            table["F Value"][0],
            table["Pr > F"][0],
        )


def tukey_hsd():
    """groups, level, then for each pair difference, lower, upper, p of SciPy's tukey_hsd."""
    for _ in range(200):
        groups = random_groups(smallest=2)
        level = random.choice([0.9, 0.95, 0.99])
        if all(len(set(g)) == 1 for g in groups):
            line(groups_text(groups), level, "")
            continue
        result = stats.tukey_hsd(*groups)
        interval = result.confidence_interval(level)
        rows = []
        for i, j in itertools.combinations(range(len(groups)), 2):
            # SciPy has mean of i less mean of j.
            rows.append([-result.statistic[i, j], -interval.high[i, j], -interval.low[i, j],
                         result.pvalue[i, j]])
        line(groups_text(groups), level, groups_text(rows))


def studentized_range():
    """k, degrees of freedom, q, P(Q > q); SciPy's, which is 1 - cdf."""
    cases = [(3, math.inf, 3.314493), (3, 20, 3.577935), (2, 1, 17.969), (2, 6, 3.460456)]
    for _ in range(96):
        k = random.choice([2, 3, 3, 4, 6, 10, 20])
        df = random.choice([1, 2, 3, 5, 8, 12, 27, 60, 297, 1000])
        cases.append((k, df, round(math.exp(random.uniform(-2, 3.2)), 3)))
    for _ in range(100):
        k = random.choice([2, 3, 3, 4, 6, 10, 20, 50, 100])
        cases.append((k, math.inf, round(math.exp(random.uniform(-2, 3)), 3)))
    for k, df, q in cases:
        tail = range_tail(q, k) if math.isinf(df) else studentized_tail(q, k, df)
        line(k, "Infinity" if math.isinf(df) else df, q, tail, stats.studentized_range.sf(q, k, df))


def kruskal_wallis():
    """groups, H, p; H and p of SciPy's kruskal."""
    for _ in range(240):
        groups = random_groups()
        pooled = [v for g in groups for v in g]
        if len(set(pooled)) == 1:
            line(groups_text(groups), *[None] * 4)
            continue
        ranks = midranks(pooled)
        n, k = len(pooled), len(groups)
        h, start = Fraction(0), 0
        for g in groups:
            h += sum(ranks[start:start + len(g)]) ** 2 / Fraction(len(g))
            start += len(g)
        ties = sum(t**3 - t for t in (pooled.count(v) for v in set(pooled)))
        h = (Fraction(12, n * (n + 1)) * h - 3 * (n + 1)) / (1 - Fraction(ties, n**3 - n))
        peer = stats.kruskal(*groups)
        line(groups_text(groups), h, chi_tail(h, k - 1), peer.statistic, peer.pvalue)


def friedman():
    """blocks, Q, p by chi-square, exact p by going through all orders, SciPy's Q and p."""
    for _ in range(240):
        blocks = random_blocks()
        n, k = len(blocks), len(blocks[0])
        ranks = [midranks(b) for b in blocks]
        sums = [sum(r[j] for r in ranks) for j in range(k)]
        ties = sum(t**3 - t for b in blocks for t in (b.count(v) for v in set(b)))
        if all(len(set(b)) == 1 for b in blocks):
            line(groups_text(blocks), *[None] * 5)
            continue
        q = Fraction(12, n * k * (k + 1)) * sum(s * s for s in sums) - 3 * n * (k + 1)
        q /= 1 - Fraction(ties, k * (k * k - 1) * n)
        p_exact = None
        if math.factorial(k) ** (n - 1) <= 20000:
            found = sum(s * s for s in sums)
            orders = [[[int(2 * v) for v in o] for o in itertools.permutations(r)] for r in ranks]
            # The first block may stay as it is: only how the others stand to it counts.
            reached = total = 0
            for rest in itertools.product(*orders[1:]):
                s = [2 * ranks[0][j] + sum(o[j] for o in rest) for j in range(k)]
                reached += sum(v * v for v in s) >= 4 * found
                total += 1
            p_exact = Fraction(reached, total)
        peer = (None, None)
        if k > 2:
            peer = stats.friedmanchisquare(*[[b[j] for b in blocks] for j in range(k)])
        line(groups_text(blocks), q, chi_tail(q, k - 1), p_exact, *peer)


def nemenyi():
    """blocks, then for each pair the difference of mean ranks and p, then SciPy's p's."""
    for _ in range(200):
        blocks = random_blocks()
        n, k = len(blocks), len(blocks[0])
        if all(len(set(b)) == 1 for b in blocks):
            line(groups_text(blocks), "", "")
            continue
        ranks = [midranks(b) for b in blocks]
        rows, peers = [], []
        for i, j in itertools.combinations(range(k), 2):
            difference = sum(r[j] - r[i] for r in ranks) / n
            # Demsar's q, times the square root of two.
            q = abs(exact(difference)) / mp.sqrt(exact(Fraction(k * (k + 1), 6 * n))) * mp.sqrt(2)
            rows.append([difference, range_tail(q, k)])
            peers.append(stats.studentized_range.sf(float(q), k, np.inf))
        line(groups_text(blocks), groups_text(rows), peers)


def holm():
    """p-values, adjusted ones of statsmodels."""
    from statsmodels.stats.multitest import multipletests

    for _ in range(200):
        p = [
            random.choice([random.random(), 10 ** random.uniform(-40, 0), 0.02, 1.0])
            for _ in range(random.randint(1, 12))
        ]
        line(p, multipletests(p, method="holm")[1])


def de_long():
    """classes, scores of two models, AUCs, covariance matrix, z, p of the difference."""
    for _ in range(240):
        classes, models, _ = random_scores(2)
        kernels = [wins(classes, m) for m in models]
        m, n = len(kernels[0]), len(kernels[0][0])
        if min(m, n) < 2:
            line(classes_text(classes), groups_text(models), *[None] * 4)
            continue
        aucs = [sum(map(sum, kernel)) / (m * n) for kernel in kernels]
        v10 = [[sum(row) / n for row in kernel] for kernel in kernels]
        v01 = [[sum(row[j] for row in kernel) / m for j in range(n)] for kernel in kernels]

        def covariance(a, b):
            ten = sum((v10[a][i] - aucs[a]) * (v10[b][i] - aucs[b]) for i in range(m)) / (m - 1)
            one = sum((v01[a][j] - aucs[a]) * (v01[b][j] - aucs[b]) for j in range(n)) / (n - 1)
            return ten / m + one / n

        c = [[covariance(a, b) for b in range(2)] for a in range(2)]
        variance = c[0][0] + c[1][1] - 2 * c[0][1]
        z = None if variance == 0 else exact(aucs[0] - aucs[1]) / mp.sqrt(exact(variance))
        line(
            classes_text(classes),
            groups_text(models),
            aucs,
            [c[0][0], c[0][1], c[1][1]],
            z,
            None if z is None else normal_tails(z),
        )


def clustered_de_long():
    """classes, scores of two models, clusters, covariance matrix, df, t, p of the difference."""
    for _ in range(240):
        classes, models, of = random_scores(2)
        names = sorted(set(of))
        positive = [c for c, y in zip(of, classes) if y]
        negative = [c for c, y in zip(of, classes) if not y]
        i10, i01, i = len(set(positive)), len(set(negative)), len(names)
        if min(i10, i01) < 2:
            line(classes_text(classes), groups_text(models), of, *[None] * 4)
            continue
        m, n = len(positive), len(negative)
        parts = []
        for scores in models:
            kernel = wins(classes, scores)
            theta = sum(map(sum, kernel)) / (m * n)
            v10 = [sum(row) / n for row in kernel]
            v01 = [sum(row[j] for row in kernel) / m for j in range(n)]
            a = {c: sum(v for v, d in zip(v10, positive) if d == c) - positive.count(c) * theta
                 for c in names}
            b = {c: sum(v for v, d in zip(v01, negative) if d == c) - negative.count(c) * theta
                 for c in names}
            parts.append((theta, a, b))

        def covariance(x, y):
            # Obuchowski 1997: S10 / M + S01 / N + 2 S11 / (M N), two models.
            s10 = Fraction(i10, (i10 - 1) * m) * sum(parts[x][1][c] * parts[y][1][c] for c in names)
            s01 = Fraction(i01, (i01 - 1) * n) * sum(parts[x][2][c] * parts[y][2][c] for c in names)
            s11 = Fraction(i, i - 1) * sum(parts[x][1][c] * parts[y][2][c] for c in names)
            t11 = Fraction(i, i - 1) * sum(parts[y][1][c] * parts[x][2][c] for c in names)
            return s10 / m + s01 / n + (s11 + t11) / (m * n)

        c = [[covariance(x, y) for y in range(2)] for x in range(2)]
        variance = c[0][0] + c[1][1] - 2 * c[0][1]
        df = min(i10, i01) - 1
        t = p = None
        if variance != 0:
            t = exact(parts[0][0] - parts[1][0]) / mp.sqrt(exact(variance))
            p = t_tails(t, df)
        line(classes_text(classes), groups_text(models), of, [c[0][0], c[0][1], c[1][1]], df, t, p)


def jackknife():
    """classes, scores of two models, clusters, difference of AUCs, its standard error, p, bounds."""
    for _ in range(240):
        classes, models, of = random_scores(2)
        names = sorted(set(of))

        def difference(without):
            kept = [i for i in range(len(of)) if of[i] != without]
            y = [classes[i] for i in kept]
            both = [auc(y, [scores[i] for i in kept]) for scores in models]
            return None if both[0] is None else both[0] - both[1]

        value, left = difference(None), [difference(c) for c in names]
        if value is None or None in left or len(names) < 2:
            line(classes_text(classes), groups_text(models), of, *[None] * 5)
            continue
        k = len(names)
        mean = sum(left) / k
        variance = Fraction(k - 1, k) * sum((x - mean) ** 2 for x in left)
        if variance == 0:
            line(classes_text(classes), groups_text(models), of, value, 0, None, None, None)
            continue
        error = mp.sqrt(exact(variance))
        reach = critical_t("0.05", k - 1) * error
        line(
            classes_text(classes), groups_text(models), of, value, error,
            t_tails(exact(value) / error, k - 1), exact(value) - reach, exact(value) + reach,
        )


def crossed_jackknife():
    """classes, scores of trainings, clusters, mean AUC, its standard error, df, p against zero."""
    for _ in range(200):
        classes, models, of = random_scores(random.randint(1, 4))
        names, j = sorted(set(of)), len(models)

        def aucs(without):
            kept = [i for i in range(len(of)) if of[i] != without]
            return [auc([classes[i] for i in kept], [m[i] for i in kept]) for m in models]

        values, left = aucs(None), [aucs(c) for c in names]
        if len(names) < 2 or None in values or any(None in x for x in left):
            line(classes_text(classes), groups_text(models), of, *[None] * 4)
            continue
        k = len(names)

        def covariance(a, b):
            mean_a, mean_b = sum(x[a] for x in left) / k, sum(x[b] for x in left) / k
            return Fraction(k - 1, k) * sum((x[a] - mean_a) * (x[b] - mean_b) for x in left)

        mean = sum(values) / j
        if j == 1:
            variance, df = covariance(0, 0), k - 1
        else:
            trainings = sum((v - mean) ** 2 for v in values) / (j - 1) / j
            pairs = [covariance(a, b) for a in range(j) for b in range(j) if a != b]
            people = max(Fraction(0), sum(pairs) / len(pairs))
            variance = trainings + people
            df = k - 1
            if variance:
                df = variance**2 / (trainings**2 / (j - 1) + people**2 / (k - 1))
        if variance == 0:
            line(classes_text(classes), groups_text(models), of, mean, 0, df, None)
            continue
        error = mp.sqrt(exact(variance))
        line(
            classes_text(classes), groups_text(models), of, mean, error, df,
            t_tails(exact(mean) / error, exact(df)),
        )


def critical_t(p, df):
    p = mp.mpf(p)
    guess = stats.t.isf(float(p) / 2, df)
    return mp.findroot(lambda t: mp.log(t_tails(t, df)) - mp.log(p), (guess, guess * (1 + 1e-6)))


def student_t():
    """degrees of freedom, p, the t that |T| exceeds with probability p; SciPy's."""
    for _ in range(200):
        df = random.choice([1, 2, 3, 5, 9, 19, 19, 57, 136, 1000, 4.7])
        p = random.choice([0.05, 0.01, 0.1, random.random(), 10 ** random.uniform(-30, -1)])
        line(df, p, critical_t(p, df), stats.t.isf(p / 2, df))


def tails():
    """distribution, two parameters, value, probability of the tail; SciPy's."""
    for _ in range(400):
        kind = random.choice(["normal", "t", "f", "chi"])
        x = round(math.exp(random.uniform(-7, 4)), 5)
        df = random.choice([1, 1.37, 2, 3, 6, 19, 57, 297, 1e4, 999997])
        d1 = random.choice([1, 1.37, 2, 3, 5, 20])
        if kind == "normal":
            x = min(x, 37)
            tail, peer = normal_tails(x), 2 * stats.norm.sf(x)
        elif kind == "t":
            tail, peer = t_tails(x, df), 2 * stats.t.sf(x, df)
        elif kind == "f":
            tail, peer = f_tail(x, d1, df), stats.f.sf(x, d1, df)
        else:
            df = random.choice([1, 2, 3, 6, 19, 100])
            x = round(math.exp(random.uniform(-7, 7)), 5)
            tail, peer = chi_tail(x, df), stats.chi2.sf(x, df)
        if tail > 1e-300:
            line(kind, d1, df, x, tail, peer)


def resampled_t():
    """differences, ratio, mean, standard error, t, p: Nadeau and Bengio's, written out."""
    for _ in range(200):
        n = random.choice([1, 2, 3, 6, 10, 30])
        spread = random.choice([0.0, 1e-3, 0.05])
        d = [round(random.gauss(random.choice([0, 0.05]), spread), 6) for _ in range(n)]
        if spread == 0:
            d = [0.125] * n
        ratio = random.choice([0.0, 0.5, 1 / 9, 1.0])
        x = [Fraction(v) for v in d]
        mean = sum(x) / n
        if n < 2:
            line(d, ratio, *[None] * 4)
            continue
        variance = sum((v - mean) ** 2 for v in x) / (n - 1)
        error = mp.sqrt(exact(variance) * (mp.mpf(1) / n + mp.mpf(ratio)))
        if error == 0:
            line(d, ratio, mean, 0, None, None)
            continue
        t = exact(mean) / error
        line(d, ratio, mean, error, t, t_tails(t, n - 1))


def bootstrap_interval():
    """estimate, replicates, left out, level, percentile bounds, BCa bounds: written out in NumPy."""
    rng = np.random.default_rng(20250145)
    for _ in range(200):
        k = rng.integers(3, 21)
        skew = rng.choice([0, 0, 0.5])
        replicates = np.round(0.8 + 0.05 * (rng.standard_normal(60) + skew * rng.exponential(size=60)),
                              rng.choice([2, 6]))
        estimate = round(float(0.8 + 0.03 * rng.standard_normal()), 12)
        left = np.round(0.8 + 0.01 * (rng.standard_normal(k) + skew * rng.exponential(size=k)), 12)
        if rng.random() < 0.05:
            left[:] = 0.75
        if rng.random() < 0.05:
            estimate = 2.0
        level = float(rng.choice([0.9, 0.95, 0.99]))
        tails = np.array([(1 - level) / 2, (1 + level) / 2])
        percentile = np.quantile(replicates, tails)
        below = (np.sum(replicates < estimate) + 0.5 * np.sum(replicates == estimate)) / 60
        bca = [None, None]
        if 0 < below < 1 and len(set(left)) > 1:
            d = left.mean() - left
            a = np.sum(d**3) / (6 * np.sum(d**2) ** 1.5)
            z0, z = stats.norm.ppf(below), stats.norm.ppf(tails)
            bca = np.quantile(replicates, stats.norm.cdf(z0 + (z0 + z) / (1 - a * (z0 + z))))
        line(estimate, replicates, left, level, percentile, list(bca))


def cluster_permutation():
    """classes, scores of two models, clusters, p swapping ranks, p swapping scores: all swappings."""
    for _ in range(200):
        classes, models, of = random_scores(2, most_clusters=6)
        names = sorted(set(of))
        if len(names) < 2 or auc(classes, models[0]) is None:
            line(classes_text(classes), groups_text(models), of, None, None)
            continue
        ps = []
        for pair in ([midranks(m) for m in models], models):
            def statistic(swapped):
                one = [pair[of[i] in swapped][i] for i in range(len(of))]
                two = [pair[of[i] not in swapped][i] for i in range(len(of))]
                return auc(classes, one) - auc(classes, two)

            found = abs(statistic(set()))
            every = [set(c) for r in range(len(names) + 1) for c in itertools.combinations(names, r)]
            ps.append(Fraction(sum(abs(statistic(s)) >= found for s in every), len(every)))
        line(classes_text(classes), groups_text(models), of, *ps)


if __name__ == "__main__":
    globals()[sys.argv[1].replace("-", "_")]()
