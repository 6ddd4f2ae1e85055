"""Times scikit-learn's random forest for forest.bench.ts: one JSON request per line in, milliseconds out."""

import json
import sys
import time

import numpy as np
from sklearn.ensemble import RandomForestClassifier

forests = {}


def load(request):
    X = np.fromfile(request["x"], dtype=np.float64).reshape(request["nRows"], -1)
    y = np.fromfile(request["y"], dtype=np.uint8)
    return X[: request["nTrain"]], y[: request["nTrain"]], X[request["nTrain"] :]


def main():
    X, y, X_test = load(json.loads(sys.stdin.readline()))
    print("ready", flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        params = request["params"]
        key = json.dumps(params, sort_keys=True)
        started = time.perf_counter()
        if request["kind"] == "fit":
            forests[key] = RandomForestClassifier(**params).fit(X, y)
        else:
            forests[key].predict_proba(X_test)
        print((time.perf_counter() - started) * 1000, flush=True)


main()
