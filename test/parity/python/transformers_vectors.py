"""Outputs of scikit-learn's encoders, scaler, imputer and column transformer, as test vectors.

Usage: python transformers_vectors.py OUTFILE. Deterministic. In the JSON a missing value is null, and so is a NaN
in a result. Every table is a list of [name, dtype, values].
"""

import json
import sys
import warnings

import numpy as np
import pandas as pd
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.simplefilter("ignore")


def plain(value):
    """A JSON value; NaN and None become null."""
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    return value


def frame(table):
    """The DataFrame that pandas reads from a CSV with these cells."""
    columns = {}
    for name, dtype, values in table:
        has_null = any(value is None for value in values)
        filled = [np.nan if value is None else value for value in values]
        if dtype == "string" or (dtype == "bool" and has_null):
            columns[name] = pd.Series(filled, dtype=object)
        elif dtype == "bool":
            columns[name] = pd.Series(filled, dtype=bool)
        else:
            columns[name] = pd.Series(filled, dtype=float if has_null or dtype == "float64" else "int64")
    return pd.DataFrame(columns)


def outcome(call):
    try:
        return call()
    except ValueError as error:
        return {"error": str(error)}


def one_hot(options, fit, transform):
    def run():
        encoder = OneHotEncoder(sparse_output=False, **options).fit(frame(fit))
        return {
            "names": list(encoder.get_feature_names_out()),
            "matrix": plain(encoder.transform(frame(transform))),
        }

    return {"options": options, "fit": fit, "transform": transform, **outcome(run)}


def scaler(options, fit, as_array):
    data = frame(fit)
    fitted = StandardScaler(**options).fit(data.to_numpy(dtype=float, copy=True, na_value=np.nan).copy("C") if as_array else data)
    shown = data.to_numpy(dtype=float)[:5]
    return {
        "options": options,
        "fit": fit,
        "as_array": as_array,
        "mean": plain(fitted.mean_),
        "var": plain(fitted.var_),
        "scale": plain(fitted.scale_),
        "n_samples_seen": plain(np.broadcast_to(fitted.n_samples_seen_, len(fit))),
        "head": plain(fitted.transform(shown if as_array else data.head(5))),
    }


def imputer(options, fit, transform, as_array=False):
    def run():
        def given(table):
            return frame(table).to_numpy(dtype=float).copy("C") if as_array else frame(table)

        fitted = SimpleImputer(**options).fit(given(fit))
        return {
            "statistics": plain(fitted.statistics_),
            "names": list(fitted.get_feature_names_out([name for name, _, _ in fit])),
            "matrix": plain(fitted.transform(given(transform))),
        }

    return {"options": options, "fit": fit, "transform": transform, "as_array": as_array, **outcome(run)}


def column_transformer(case):
    steps = {
        "one_hot": lambda: OneHotEncoder(handle_unknown="ignore", sparse_output=False),
        "scale": StandardScaler,
        "median": lambda: SimpleImputer(strategy="median"),
        "frequent_one_hot": lambda: Pipeline(
            [("fill", SimpleImputer(strategy="most_frequent")), ("hot", OneHotEncoder(sparse_output=False))]
        ),
        "passthrough": lambda: "passthrough",
        "drop": lambda: "drop",
    }

    def run():
        fitted = ColumnTransformer(
            [(name, steps[step](), columns) for name, step, columns in case["steps"]],
            remainder=steps[case["remainder"]](),
            verbose_feature_names_out=case["verbose"],
        ).fit(frame(case["fit"]))
        return {
            "names": list(fitted.get_feature_names_out()),
            "matrix": plain(np.asarray(fitted.transform(frame(case["transform"])), dtype=float)),
        }

    return {**case, **outcome(run)}


NET = ["Fiber optic", "DSL", "No", "DSL", "éa", "Z"]
CATEGORIES = [
    ["net_service", "string", NET],
    ["tv", "bool", [True, False, None, False, True, None]],
    ["paperless", "bool", [True, False, True, True, False, False]],
    ["plan", "string", ["a", None, "b", "a", "\U0001f600", "\uff21"]],
    ["months", "int64", [10, 2, 33, 2, 10, -1]],
    ["devices", "int64", [1, None, 3, 1, 2, 2]],
    ["fee", "float64", [0.5, 1e-5, 1e16, 123456789.125, None, -0.1]],
]


def rows(table, positions):
    return [[name, dtype, [values[i] for i in positions]] for name, dtype, values in table]


def random_table(n, seed, holes):
    random = np.random.RandomState(seed)
    columns = [
        random.normal(1000, 3, n).round(6),
        random.exponential(0.01, n).round(9),
        random.randint(0, 50, n).astype(float),
        np.full(n, 0.1),
    ]
    if holes:
        for column in columns[:3]:
            column[random.randint(0, n, n // 10)] = np.nan
    return [[f"c{j}", "float64", plain(column)] for j, column in enumerate(columns)]


def main():
    unseen = [
        ["net_service", "string", ["Fiber optic", "Cable", None]],
        ["tv", "bool", [False, True, None]],
    ]
    numbers = [
        ["a", "float64", [1.5, None, 3.25, 0.1, 0.2, 0.3, None, 7.0, 0.7, 1.1]],
        ["b", "int64", [3, 1, 2, 3, 1, None, 9, 8, 7, 1]],
        ["c", "float64", [None] * 10],
        ["d", "int64", [4, 4, 2, 2, 1, 0, 0, 5, 6, 7]],
    ]
    texts = [
        ["s", "string", ["b", None, "a", "a", "b", "c"]],
        ["t", "string", ["x", "x", None, "y", None, "x"]],
    ]
    mixed = CATEGORIES[:3] + [["hours", "float64", [1.25, None, 3.5, 2.0, 0.75, 9.0]], CATEGORIES[4]]
    course = [["cat", "one_hot", ["net_service", "tv"]], ["num", "passthrough", ["months", "paperless"]]]
    vectors = {
        "sklearn": sklearn.__version__,
        "one_hot": [
            one_hot({}, CATEGORIES, CATEGORIES),
            one_hot({"handle_unknown": "ignore"}, rows(CATEGORIES[:2], [0, 1, 2, 3]), unseen),
            one_hot({"handle_unknown": "error"}, rows(CATEGORIES[:2], [0, 1, 2, 3]), unseen),
            one_hot({"handle_unknown": "error"}, CATEGORIES[4:5], [["months", "int64", [2, 10, 33]]]),
            one_hot({"drop": "first"}, CATEGORIES[:3], CATEGORIES[:3]),
            one_hot({"drop": "if_binary"}, CATEGORIES[:3], CATEGORIES[:3]),
            one_hot({"drop": ["No", True, False]}, CATEGORIES[:3], CATEGORIES[:3]),
            one_hot({"categories": [["Z", "No", "DSL"]], "handle_unknown": "ignore"}, CATEGORIES[:1], CATEGORIES[:1]),
            one_hot({"categories": [["Z", "No", "DSL", "éa"]]}, CATEGORIES[:1], CATEGORIES[:1]),
            one_hot({}, [["empty", "float64", [None, None]]], [["empty", "float64", [None]]]),
        ],
        "scaler": [
            scaler(options, random_table(n, seed, holes), as_array)
            for options, n, seed, holes in [
                ({}, 7, 0, False),
                ({}, 300, 1, False),
                ({}, 301, 2, True),
                ({"with_mean": False}, 129, 3, False),
                ({"with_std": False}, 129, 3, True),
            ]
            for as_array in [False, True]
        ],
        "imputer": [
            *[
                imputer({"strategy": strategy, **more}, numbers, rows(numbers, [1, 5, 6, 0]))
                for strategy in ["mean", "median", "most_frequent"]
                for more in [{}, {"add_indicator": True}]
            ],
            imputer({"strategy": "constant"}, numbers[:2], rows(numbers[:2], [1, 5, 6, 0])),
            imputer({"strategy": "constant", "fill_value": -1}, numbers[:2], rows(numbers[:2], [1, 5, 6, 0])),
            imputer({"strategy": "most_frequent"}, texts, texts),
            imputer({"strategy": "constant"}, texts, texts),
            imputer({"strategy": "constant", "fill_value": "?"}, texts, texts),
            imputer({"strategy": "mean"}, random_table(300, 5, True), rows(random_table(300, 5, True), range(40)), as_array=False),
            imputer({"strategy": "mean"}, random_table(300, 5, True), rows(random_table(300, 5, True), range(40)), as_array=True),
        ],
        "column_transformer": [
            column_transformer({"steps": steps, "remainder": remainder, "verbose": verbose, "fit": mixed, "transform": mixed})
            for steps, remainder, verbose in [
                (course, "drop", True),
                (course, "passthrough", True),
                (course, "median", False),
                ([["num", "scale", ["hours", "months"]], ["cat", "frequent_one_hot", ["tv"]]], "drop", False),
                ([["cat", "one_hot", [0, -4]], ["gone", "drop", [2]]], "passthrough", True),
                ([["a", "passthrough", ["months"]], ["b", "passthrough", ["months"]]], "drop", True),
            ]
        ],
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(vectors, file, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
        file.write("\n")


main()
