"""Writes fits of scikit-learn's LogisticRegression (lbfgs): python logistic_vectors.py OUTFILE

Each case has its rows, labels and parameters, and the fitted coefficients, intercepts, number of iterations and
probabilities of the training rows, or the name of the error.
"""

import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from scipy.optimize._dcsrch import DCSRCH
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

random = np.random.RandomState(7)
OPTION_NAMES = {"maxIter": "max_iter", "classWeight": "class_weight", "fitIntercept": "fit_intercept"}


def digits(values):
    """Twelve digits: the last ones depend on the processor's matrix product."""
    return [float(f"{value:.12g}") for value in np.ravel(values)]


def rows_of(n_rows, n_cols, kind):
    x = random.standard_normal((n_rows, n_cols))
    if kind == "correlated":
        x = x @ random.standard_normal((n_cols, n_cols))
    if kind == "raw":
        x = np.abs(x) * 10.0 ** random.randint(-1, 3, n_cols)
    if kind == "binary":
        x = (x > 0.3).astype(float)
    return x.round(4)


def labels_of(x, n_classes):
    scaled = (x - x.mean(axis=0)) / np.maximum(x.std(axis=0), 1e-9)
    scores = scaled @ random.standard_normal((x.shape[1], n_classes)) + random.gumbel(size=(len(x), n_classes)) * 1.5
    labels = scores.argmax(axis=1)
    labels[:n_classes] = range(n_classes)
    return labels


def case_of(name, x, y, params):
    arguments = {OPTION_NAMES.get(key, key): value for key, value in params.items()}
    if isinstance(arguments.get("class_weight"), dict):
        arguments["class_weight"] = {int(label): weight for label, weight in params["classWeight"].items()}
    model = LogisticRegression(**arguments)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        model.fit(x, y)
    return {
        "name": name,
        "nCols": x.shape[1],
        "x": x.ravel().tolist(),
        "y": y.tolist(),
        "params": params,
        "coef": digits(model.coef_),
        "intercept": digits(model.intercept_),
        "nIter": int(model.n_iter_[0]),
        "converged": not any(issubclass(warning.category, ConvergenceWarning) for warning in caught),
        "proba": digits(model.predict_proba(x[:20])),
        "predicted": model.predict(x[:20]).tolist(),
    }


def line_search():
    a, b, c, d = random.uniform([0.1, -6, -9, 0.01], [5, 6, 9, 10]).tolist()
    first = float(10 ** random.uniform(-3, 2))
    value = lambda t: a * t * t * t * t + b * t * t * t + c * t * t - d * t
    slope = lambda t: 4 * a * t * t * t + 3 * b * t * t + 2 * c * t - d
    search = DCSRCH(value, slope, ftol=1e-3, gtol=0.9, xtol=0.1, stpmin=0.0, stpmax=1e10)
    steps = []
    step, at_step, slope_there, task = search._iterate(first, 0.0, slope(0.0), b"START")
    while task[:2] == b"FG":
        steps.append(float(step))
        step, at_step, slope_there, task = search._iterate(step, value(step), slope(step), task)
    return {"polynomial": [a, b, c, d], "first": first, "steps": steps}


def main(path):
    plan = [
        ("plain", 2, "normal", {}),
        ("strong penalty", 2, "normal", {"C": 0.01}),
        ("weak penalty", 2, "normal", {"C": 1000.0}),
        ("balanced", 2, "normal", {"classWeight": "balanced"}),
        ("class weights", 2, "normal", {"classWeight": {"0": 1.0, "1": 3.5}}),
        ("no intercept", 2, "normal", {"fitIntercept": False}),
        ("correlated columns", 2, "correlated", {}),
        ("correlated, weak penalty", 2, "correlated", {"C": 100.0, "maxIter": 500}),
        ("binary columns", 2, "binary", {}),
        ("raw columns", 2, "raw", {"maxIter": 1000}),
        ("raw columns, stopped early", 2, "raw", {"maxIter": 5}),
        ("tight tolerance", 2, "normal", {"tol": 1e-8}),
        ("loose tolerance", 2, "normal", {"tol": 0.01}),
        ("no iteration", 2, "normal", {"maxIter": 0}),
        ("three classes", 3, "normal", {}),
        ("three classes, balanced", 3, "normal", {"classWeight": "balanced"}),
        ("four classes, no intercept", 4, "correlated", {"fitIntercept": False, "C": 0.1}),
        ("five classes, weak penalty", 5, "normal", {"C": 100.0}),
        ("three classes, raw columns, stopped early", 3, "raw", {"maxIter": 20}),
        ("more columns than rows", 2, "normal", {}),
    ]
    cases = []
    for name, n_classes, kind, params in plan:
        n_rows, n_cols = random.randint(60, 260), random.randint(2, 9)
        if name == "more columns than rows":
            n_rows, n_cols = 12, 20
        x = rows_of(n_rows, n_cols, kind)
        cases.append(case_of(name, x, labels_of(x, n_classes), params))
    versions = {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__}
    with open(path, "w", encoding="utf-8") as file:
        searches = [line_search() for _ in range(60)]
        written = {"versions": versions, "lineSearches": searches, "cases": cases}
        json.dump(written, file, separators=(",", ":"))
        file.write("\n")


main(sys.argv[1])
