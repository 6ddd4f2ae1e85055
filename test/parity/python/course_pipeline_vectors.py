"""The course's pipeline on the course's first month: digest of its matrix, metrics of its forest.

Usage: python course_pipeline_vectors.py OUTFILE. The course data lie beside the project and are not part of it; where
they are absent the script says so and writes nothing. Deterministic.
"""

import hashlib
import json
import pathlib
import sys
import warnings

import numpy as np
import pandas as pd
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

from course_columns import CATEGORICAL, NUMERIC, TABLES

# pandas 3 parses floats exactly by itself and says so about the option that pandas 2 needs.
warnings.simplefilter("ignore")

MONTH = pathlib.Path(__file__).resolve().parents[4] / "shared" / "course-data" / "month_000"


def read(name):
    # The default parser misses the nearest double in about one cell of a hundred.
    return pd.read_csv(MONTH / f"{name}.csv", float_precision="round_trip")


def main():
    if not MONTH.is_dir():
        print(f"course data not found beside the project: {MONTH.name}, nothing written")
        return
    table = read("users")[["user_id"]]
    for name in TABLES:
        table = table.merge(read(name), on="user_id")
    transformer = ColumnTransformer(
        [("cat", OneHotEncoder(handle_unknown="ignore"), CATEGORICAL), ("num", "passthrough", NUMERIC)],
        sparse_threshold=0,
    )
    matrix = np.ascontiguousarray(transformer.fit_transform(table), dtype="<f8")
    x_train, x_test, y_train, y_test = train_test_split(
        table, table["churn_label"], test_size=0.25, stratify=table["churn_label"], random_state=42
    )
    forest = RandomForestClassifier(
        n_estimators=300, class_weight="balanced", max_features="sqrt", random_state=42, n_jobs=1
    )
    pipeline = Pipeline([("prep", transformer), ("clf", forest)]).fit(x_train, y_train)
    predicted = pipeline.predict(x_test)
    vector = {
        "sklearn": sklearn.__version__,
        "categorical": CATEGORICAL,
        "numeric": NUMERIC,
        "names": list(transformer.get_feature_names_out()),
        "shape": list(matrix.shape),
        "sha256": hashlib.sha256(matrix.tobytes()).hexdigest(),
        "auc": float(roc_auc_score(y_test, pipeline.predict_proba(x_test)[:, 1])),
        "f1": float(f1_score(y_test, predicted)),
        "accuracy": float(accuracy_score(y_test, predicted)),
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(vector, file, indent=1)
        file.write("\n")


main()
