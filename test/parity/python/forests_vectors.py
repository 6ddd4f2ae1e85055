"""Random forests grown by the real scikit-learn: usage `python forests_vectors.py OUTFILE`.

Data are drawn from numpy's seeded generator by a recipe that the lab repeats (see drawn-data.ts), so the
file holds only the recipe, the parameters and digests of what scikit-learn made of them.
"""

import hashlib
import json
import sys

import numpy as np
import sklearn
from sklearn.ensemble import RandomForestClassifier

N_CASES = 40


def draw_recipe(rng):
    kinds = ["unit", "grid", "code", "flag", "constant", "skewed"]
    n_cols = int(rng.randint(1, 13))
    columns = []
    for _ in range(n_cols):
        kind = kinds[rng.choice(len(kinds), p=[0.25, 0.25, 0.2, 0.15, 0.05, 0.1])]
        columns.append({"kind": kind, "levels": int(rng.choice([3, 7, 20, 100, 1000]))})
    return {
        "seed": int(rng.randint(0, 2**31 - 1)),
        "nRows": int(rng.choice([12, 60, 200, 600, 1500, 3000])),
        "columns": columns,
        "nClasses": int(rng.choice([2, 2, 2, 3, 5])),
        "noise": float(rng.choice([0.1, 0.4, 0.8, 1.0])),
    }


def draw_data(recipe):
    """Column after column, then the labels; mirrored by drawn-data.ts."""
    rng = np.random.RandomState(recipe["seed"])
    n = recipe["nRows"]
    columns = []
    for column in recipe["columns"]:
        kind, levels = column["kind"], column["levels"]
        u = rng.random_sample(n)
        if kind == "unit":
            values = u
        elif kind == "grid":
            values = np.floor(u * levels) / 100
        elif kind == "code":
            values = np.floor(u * levels)
        elif kind == "flag":
            values = np.where(u < 0.3, 1.0, 0.0)
        elif kind == "constant":
            values = np.full(n, 2.5)
        else:
            values = np.floor(u * u * u * levels)
        columns.append(values)
    X = np.stack(columns, axis=1)
    ranks = np.stack([c / (1.0 + np.max(np.abs(c))) for c in columns], axis=1)
    score = np.zeros(n)
    for j in range(min(3, ranks.shape[1])):
        score = score + ranks[:, j]
    score = score / min(3, ranks.shape[1]) + recipe["noise"] * (rng.random_sample(n) - 0.5)
    k = recipe["nClasses"]
    order = np.argsort(score, kind="stable")
    y = np.empty(n, dtype=np.int64)
    y[order] = np.minimum(k - 1, (np.arange(n) * k) // n)
    if recipe["noise"] == 1.0:
        y = np.where(rng.random_sample(n) < 0.2, 0, y)
    return X, y


def draw_params(rng, n_classes):
    weight = [None, None, "balanced", "balanced", "balanced_subsample", "dict"][rng.randint(0, 6)]
    if weight == "dict":
        weight = {str(c): float(rng.choice([0.5, 1.0, 2.0, 3.7])) for c in range(n_classes)}
    return {
        "nEstimators": int(rng.choice([3, 8, 20])),
        "criterion": "gini",
        "maxDepth": [None, None, None, None, None, 3, 6][rng.randint(0, 7)],
        "minSamplesSplit": [2, 2, 2, 2, 5, 0.1][rng.randint(0, 6)],
        "minSamplesLeaf": [1, 1, 1, 1, 1, 4, 0.05][rng.randint(0, 7)],
        "maxFeatures": ["sqrt", "sqrt", "log2", None, 1, 0.5][rng.randint(0, 6)],
        "minImpurityDecrease": [0.0, 0.0, 0.0, 0.0, 0.0, 0.01][rng.randint(0, 6)],
        "bootstrap": bool(rng.randint(0, 5) > 0),
        "classWeight": weight,
        "randomState": int(rng.choice([0, 1, 42, 7919, 2**32 - 1])),
    }


def fit(X, y, p):
    weight = p["classWeight"]
    if isinstance(weight, dict):
        weight = {int(c): w for c, w in weight.items()}
    forest = RandomForestClassifier(
        n_estimators=p["nEstimators"],
        criterion=p["criterion"],
        max_depth=p["maxDepth"],
        min_samples_split=p["minSamplesSplit"],
        min_samples_leaf=p["minSamplesLeaf"],
        max_features=p["maxFeatures"],
        min_impurity_decrease=p["minImpurityDecrease"],
        bootstrap=p["bootstrap"],
        class_weight=weight,
        random_state=p["randomState"],
        n_jobs=1,
    )
    return forest.fit(X, y)


def sha(array, dtype):
    return hashlib.sha256(np.ascontiguousarray(array, dtype=dtype).tobytes()).hexdigest()


def describe(forest, X):
    trees = [e.tree_ for e in forest.estimators_]
    def every(take, dtype):
        return sha(np.concatenate([np.asarray(take(t), dtype=dtype).ravel() for t in trees]), dtype)
    proba = forest.predict_proba(X)
    return {
        "nNodes": [int(t.node_count) for t in trees],
        "feature": every(lambda t: t.feature, "<i4"),
        "threshold": every(lambda t: t.threshold, "<f8"),
        "childrenLeft": every(lambda t: t.children_left, "<i4"),
        "childrenRight": every(lambda t: t.children_right, "<i4"),
        "nNodeSamples": every(lambda t: t.n_node_samples, "<i4"),
        "impurity": every(lambda t: t.impurity, "<f8"),
        "weightedNNodeSamples": every(lambda t: t.weighted_n_node_samples, "<f8"),
        "value": every(lambda t: t.value, "<f8"),
        "proba": sha(proba, "<f8"),
        "probaHead": [float(v) for v in proba[0]],
        "predict": sha(forest.predict(X), "<i4"),
        "importances": [float(v) for v in forest.feature_importances_],
    }


def main(path):
    rng = np.random.RandomState(20240131)
    cases = []
    while len(cases) < N_CASES:
        recipe = draw_recipe(rng)
        params = draw_params(rng, recipe["nClasses"])
        X, y = draw_data(recipe)
        if len(np.unique(y)) < 2:
            continue
        forest = fit(X, y, params)
        data = {"x": sha(X, "<f8"), "y": sha(y, "<i4")}
        cases.append({"recipe": recipe, "params": params, "data": data, "forest": describe(forest, X)})
    with open(path, "w") as out:
        json.dump({"sklearn": sklearn.__version__, "numpy": np.__version__, "cases": cases}, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
