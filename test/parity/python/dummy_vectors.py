"""Writes predictions of scikit-learn's DummyClassifier: python dummy_vectors.py OUTFILE"""

import json
import sys

import numpy as np
import sklearn
from sklearn.dummy import DummyClassifier

random = np.random.RandomState(11)


def case_of(y, n_rows, params):
    arguments = {{"randomState": "random_state"}.get(key, key): value for key, value in params.items()}
    model = DummyClassifier(**arguments).fit(np.zeros((len(y), 1)), y)
    x = np.zeros((n_rows, 1))
    return {
        "y": y.tolist(),
        "params": params,
        "predicted": model.predict(x).tolist(),
        "proba": model.predict_proba(x).ravel().tolist(),
    }


def main(path):
    cases = []
    for strategy in ["prior", "most_frequent", "stratified", "uniform", "constant"]:
        for n_classes in [1, 2, 3, 5]:
            for seed in [0, 42, 2**32 - 1]:
                y = random.randint(0, n_classes, 20) * 3 - 1
                params = {"strategy": strategy, "randomState": seed}
                if strategy == "constant":
                    params["constant"] = int(y[0])
                cases.append(case_of(y, 60 if strategy in ("stratified", "uniform") else 3, params))
    versions = {"scikit-learn": sklearn.__version__, "numpy": np.__version__}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"versions": versions, "cases": cases}, file, separators=(",", ":"))
        file.write("\n")


main(sys.argv[1])
