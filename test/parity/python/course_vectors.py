"""The course's pipeline by real scikit-learn on three months: usage `python course_vectors.py OUTFILE`.

The two real months are read from ../shared/course-data beside the project, the third from the shipped dataset: the
state as of 2024-01-31 after corrections, customers in the order of first appearance.
"""

import json
import sys
from pathlib import Path

import pandas as pd
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

from course_columns import CATEGORICAL, NUMERIC, TABLES


def read_course(folder):
    def read(name):
        return pd.read_csv(folder / f"{name}.csv", float_precision="round_trip")

    return read


def read_shipped(folder, as_of):
    def read(name):
        table = pd.read_parquet(folder / f"{name}.parquet")
        month = table[table["as_of"] == pd.Timestamp(as_of, tz="UTC")]
        order = month["user_id"].drop_duplicates()
        latest = month.sort_values("created_timestamp", kind="stable").groupby("user_id").tail(1)
        return latest.set_index("user_id").loc[order].reset_index()

    return read


def join(read):
    frame = read("users")[["user_id"]]
    for name in TABLES:
        table = read(name)
        columns = [c for c in table.columns if c in ["user_id", "churn_label", *CATEGORICAL, *NUMERIC]]
        frame = frame.merge(table[columns], on="user_id", how="left")
    return frame


def run(read):
    frame = join(read)
    X = frame[CATEGORICAL + NUMERIC].copy()
    for name in CATEGORICAL:
        X[name] = X[name].astype(object)
    y = frame["churn_label"].astype(int)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=42, stratify=y)
    encode = ColumnTransformer(
        [
            ("categorical", OneHotEncoder(handle_unknown="ignore"), CATEGORICAL),
            ("numeric", "passthrough", NUMERIC),
        ],
        sparse_threshold=0,
    )
    forest = RandomForestClassifier(
        n_estimators=300, class_weight="balanced", max_features="sqrt", random_state=42, n_jobs=1
    )
    pipeline = Pipeline([("encode", encode), ("forest", forest)]).fit(X_train, y_train)
    predicted = pipeline.predict(X_test)
    return {
        "nRows": len(frame),
        "nTrain": len(y_train),
        "nColumns": int(pipeline[:-1].transform(X_test).shape[1]),
        "auc": float(roc_auc_score(y_test, pipeline.predict_proba(X_test)[:, 1])),
        "f1": float(f1_score(y_test, predicted)),
        "accuracy": float(accuracy_score(y_test, predicted)),
    }


def main(path):
    root = Path(__file__).resolve().parents[3]
    course = root.parent / "shared" / "course-data"
    if not course.is_dir():
        print("course data not found beside the project, nothing written")
        return
    months = {
        "month_000": run(read_course(course / "month_000")),
        "month_001": run(read_course(course / "month_001")),
        "shipped": run(read_shipped(root / "datasets" / "streamflow", "2024-01-31")),
    }
    with open(path, "w") as out:
        json.dump({"sklearn": sklearn.__version__, "months": months}, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
