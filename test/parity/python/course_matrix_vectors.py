"""Digest of the matrix that the course's column transformer makes of the course's first month.

Usage: python course_matrix_vectors.py OUTFILE. The course data lie beside the project and are not part of it; where
they are absent the script says so and writes nothing. Deterministic.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import OneHotEncoder

MONTH = pathlib.Path(__file__).resolve().parents[4] / "shared" / "course-data" / "month_000"
CATEGORICAL = ["net_service", "plan_stream_tv", "plan_stream_movies"]
NUMERIC = [
    "months_active",
    "monthly_fee",
    "paperless_billing",
    "watch_hours_30d",
    "avg_session_mins_7d",
    "unique_devices_30d",
    "skips_7d",
    "rebuffer_events_7d",
    "failed_payments_90d",
    "support_tickets_90d",
    "ticket_avg_resolution_hrs_90d",
]


def read(name):
    # The default parser misses the nearest double in about one cell of a hundred.
    return pd.read_csv(MONTH / f"{name}.csv", float_precision="round_trip")


def main():
    if not MONTH.is_dir():
        print(f"course data not found beside the project: {MONTH.name}, nothing written")
        return
    table = read("users")[["user_id"]]
    for name in ["subscriptions", "usage_agg_30d", "payments_agg_90d", "support_agg_90d"]:
        table = table.merge(read(name), on="user_id")
    transformer = ColumnTransformer(
        [("cat", OneHotEncoder(handle_unknown="ignore"), CATEGORICAL), ("num", "passthrough", NUMERIC)],
        sparse_threshold=0,
    )
    matrix = np.ascontiguousarray(transformer.fit_transform(table), dtype="<f8")
    vector = {
        "sklearn": sklearn.__version__,
        "categorical": CATEGORICAL,
        "numeric": NUMERIC,
        "names": list(transformer.get_feature_names_out()),
        "shape": list(matrix.shape),
        "sha256": hashlib.sha256(matrix.tobytes()).hexdigest(),
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(vector, file, indent=1)
        file.write("\n")


main()
