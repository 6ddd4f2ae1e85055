"""What scikit-learn makes of the shipped dataset with the course's pipeline.

Usage: python streamflow_vectors.py OUTFILE. Reads datasets/streamflow/*.parquet as they are. Deterministic.
"""

import json
import pathlib
import sys

import pandas as pd
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

from course_columns import CATEGORICAL, NUMERIC

DATASET = pathlib.Path(__file__).resolve().parents[3] / "datasets" / "streamflow"
FEATURES = CATEGORICAL + NUMERIC


def read(name):
    """One row per user and month: of several, the latest created, the last in the file where two tie."""
    table = pd.read_parquet(DATASET / f"{name}.parquet")
    table = table.sort_values(["user_id", "as_of", "created_timestamp"], kind="stable")
    return table.drop_duplicates(["user_id", "as_of"], keep="last").drop(columns="created_timestamp")


def evaluate(rows):
    train, test = train_test_split(rows, test_size=0.25, random_state=42, stratify=rows["churn_label"])
    model = Pipeline(
        [
            (
                "prep",
                ColumnTransformer(
                    [
                        ("cat", OneHotEncoder(handle_unknown="ignore"), CATEGORICAL),
                        ("num", "passthrough", NUMERIC),
                    ]
                ),
            ),
            (
                "forest",
                RandomForestClassifier(
                    n_estimators=300, class_weight="balanced", max_features="sqrt", random_state=42
                ),
            ),
        ]
    ).fit(train[FEATURES], train["churn_label"])
    scores = model.predict_proba(test[FEATURES])[:, 1]
    answers = model.predict(test[FEATURES])
    return {
        "rows": len(rows),
        "churn_rate": float(rows["churn_label"].mean()),
        "auc": float(roc_auc_score(test["churn_label"], scores)),
        "f1": float(f1_score(test["churn_label"], answers)),
        "accuracy": float(accuracy_score(test["churn_label"], answers)),
    }


def main():
    months = read("labels")
    for name in ["subscriptions", "usage_agg_30d", "payments_agg_90d", "support_agg_90d"]:
        months = months.merge(read(name), on=["user_id", "as_of"])
    labels = months[["user_id", "as_of", "churn_label"]]
    by_month = {day.strftime("%Y-%m-%d"): rows for day, rows in months.groupby("as_of")}
    january = by_month["2024-01-31"]
    latest = months.drop_duplicates("user_id", keep="last").drop(columns=["as_of", "churn_label"])
    february = by_month["2024-02-29"][["user_id", "churn_label"]]
    vectors = {
        "sklearn": sklearn.__version__,
        "point_in_time": {day: evaluate(rows) for day, rows in by_month.items()},
        "latest_row": evaluate(january[["user_id", "churn_label"]].merge(latest, on="user_id")),
        "labels_of_february": evaluate(january.drop(columns="churn_label").merge(february, on="user_id")),
        "leavers_of_october_live_in_january": int(
            labels[(labels["as_of"] == "2023-10-31") & labels["user_id"].isin(january["user_id"])][
                "churn_label"
            ].sum()
        ),
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(vectors, file, indent=1)
        file.write("\n")


main()
