"""Drift scores of Evidently 0.7.15 (with pandas < 3) as vectors: python drift_vectors.py OUTFILE

Columns are given as a recipe (seeded generator, same in test/parity/drift.test.ts), not as values, to keep the file
small. Where the course's months lie beside the project, the scores of month 0 against month 1 are added.
"""

import json
import math
import sys
import warnings
from pathlib import Path

import pandas as pd
from evidently import DataDefinition, Dataset, Report
from evidently.legacy.calculations.stattests.registry import get_stattest
from evidently.legacy.core import ColumnType
from evidently.metrics import DriftedColumnsCount

warnings.filterwarnings("ignore")

COURSE_DATA = Path(__file__).resolve().parents[3].parent / "shared" / "course-data"
COURSE_TABLES = ["subscriptions", "usage_agg_30d", "payments_agg_90d", "support_agg_90d"]


def column(recipe):
    """Park-Miller draws u in (0, 1): floor(u ** power * nDistinct) * scale + shift, each nullEvery-th row null."""
    state, values = recipe["seed"], []
    for row in range(recipe["nRows"]):
        state = state * 48271 % 2147483647
        u = state / 2147483647
        for _ in range(recipe["power"] - 1):
            u = u * (state / 2147483647)
        value = math.floor(u * recipe["nDistinct"]) * recipe["scale"] + recipe["shift"]
        is_null = recipe["nullEvery"] > 0 and row % recipe["nullEvery"] == 0
        values.append(None if is_null else value)
    return values


def recipe(seed, n_rows, n_distinct, **changes):
    return {
        "seed": seed,
        "nRows": n_rows,
        "nDistinct": n_distinct,
        "power": 1,
        "scale": 1,
        "shift": 0,
        "nullEvery": 0,
        **changes,
    }


def score(kind, reference, current, method=None):
    reference = pd.Series(reference).dropna()
    current = pd.Series(current).dropna()
    if kind == "numerical":
        reference, current = pd.to_numeric(reference), pd.to_numeric(current)
    column_type = ColumnType.Numerical if kind == "numerical" else ColumnType.Categorical
    stattest = get_stattest(reference, current, column_type, method)
    result = stattest(reference, current, column_type, None)
    return {
        "method": stattest.name,
        "score": float(result.drift_score),
        "threshold": result.actual_threshold,
        "drifted": bool(result.drifted),
    }


def cases():
    sizes = [(40, 40), (100, 37), (999, 1000), (1000, 2500), (1001, 1001), (3000, 900), (1500, 12000)]
    changes = [{}, {"shift": 1}, {"power": 2}, {"power": 2, "nullEvery": 5}]
    seed = 1
    for n_reference, n_current in sizes:
        for n_distinct in (2, 4, 6, 300):
            for change in changes:
                seed += 2
                for kind in ("numerical", "categorical") if n_distinct < 10 else ("numerical",):
                    yield (
                        kind,
                        recipe(seed, n_reference, n_distinct),
                        recipe(seed + 1, n_current, n_distinct, **change),
                        None,
                    )
    for n_reference, n_current in [(500, 10001), (300, 15000), (1000, 20000), (60, 11000)]:
        for change in ({}, {"power": 2}, {"shift": 20}, {"shift": 90}):
            seed += 2
            yield "numerical", recipe(seed, n_reference, 1000), recipe(seed + 1, n_current, 1000, **change), None
    for n_reference, n_current in [(30, 25), (1200, 1300), (5000, 400)]:
        for shape in ({"scale": 0.37}, {"scale": 1}, {"scale": 0.1, "shift": -3.3}):
            for n_distinct in (3, 15, 24, 900):
                seed += 2
                reference = recipe(seed, n_reference, n_distinct, **shape)
                current = recipe(seed + 1, n_current, n_distinct, power=2, **shape)
                yield "numerical", reference, current, "jensenshannon"
    yield "numerical", recipe(1, 50, 1), recipe(2, 60, 1), None
    yield "numerical", recipe(1, 50, 1), recipe(2, 60, 1, shift=1), None
    yield "numerical", recipe(1, 2000, 1, scale=0), recipe(2, 2000, 10), None


def dataset():
    columns = {
        f"c{position}": (recipe(900 + position, 1300, n_distinct), recipe(950 + position, 1300, n_distinct, **change))
        for position, (n_distinct, change) in enumerate(
            [(500, {}), (500, {"shift": 120}), (4, {}), (4, {"power": 3}), (80, {"power": 2})]
        )
    }
    frames = [pd.DataFrame({name: column(pair[side]) for name, pair in columns.items()}) for side in (0, 1)]
    definition = DataDefinition(numerical_columns=["c0", "c1", "c4"], categorical_columns=["c2", "c3"])
    reference, current = (Dataset.from_pandas(frame, data_definition=definition) for frame in frames)
    result = Report([DriftedColumnsCount(drift_share=0.5)]).run(current, reference).dict()
    return {
        "columns": {name: {"reference": pair[0], "current": pair[1]} for name, pair in columns.items()},
        "categorical": ["c2", "c3"],
        "value": {name: float(value) for name, value in result["metrics"][0]["value"].items()},
    }


def course():
    months = []
    for month in ("month_000", "month_001"):
        tables = [pd.read_csv(COURSE_DATA / month / f"{name}.csv") for name in COURSE_TABLES]
        joined = tables[0]
        for table in tables[1:]:
            joined = joined.merge(table, on="user_id")
        months.append(joined.drop(columns="user_id"))
    reference, current = months
    return {
        name: score("numerical" if reference[name].dtype.kind in "if" else "categorical", reference[name], current[name])
        for name in reference.columns
    }


def main():
    vectors = {
        "versions": {"evidently": "0.7.15"},
        "cases": [
            {"kind": kind, "reference": reference, "current": current, "forced": method,
             **score(kind, column(reference), column(current), method)}
            for kind, reference, current, method in cases()
        ],
        "dataset": dataset(),
    }
    if COURSE_DATA.exists():
        vectors["course"] = course()
    lines = ",\n".join(json.dumps(case) for case in vectors.pop("cases"))
    rest = json.dumps(vectors)[1:]
    Path(sys.argv[1]).write_text('{"cases": [\n' + lines + "\n],\n" + rest + "\n")


main()
