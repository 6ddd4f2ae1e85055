"""Loss curves of scikit-learn's MLPClassifier on float32 input, as test vectors.

Usage: python mlp_vectors.py OUTFILE. Deterministic. Results are rounded to 5 decimals: single precision sums depend in
the last bits on the linear algebra library.
"""

import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

warnings.simplefilter("ignore")


def data(n, n_features, n_classes, seed):
    random = np.random.RandomState(seed)
    x = random.normal(size=(n, n_features)).round(2)
    score = x[:, 0] - 0.7 * x[:, 1] * x[:, 2] + 0.4 * random.normal(size=n)
    y = np.digitize(score, np.quantile(score, np.arange(1, n_classes) / n_classes))
    return x, y


def case(params, n=120, n_features=4, n_classes=2, seed=0):
    x, y = data(n, n_features, n_classes, seed)
    model = MLPClassifier(**params).fit(x.astype(np.float32), y)
    return {
        "params": params,
        "x": x.tolist(),
        "y": y.tolist(),
        "n_iter": model.n_iter_,
        "out_activation": model.out_activation_,
        "loss_curve": [round(float(loss), 5) for loss in model.loss_curve_],
        "validation_scores": model.validation_scores_ and [round(float(score), 5) for score in model.validation_scores_],
        "proba": model.predict_proba(x[:20].astype(np.float32)).astype(float).round(5).tolist(),
        "predicted": model.predict(x.astype(np.float32)).tolist(),
    }


def main():
    vectors = {
        "sklearn": sklearn.__version__,
        "cases": [
            case({"hidden_layer_sizes": [8], "max_iter": 30, "random_state": 0}),
            case({"hidden_layer_sizes": [8], "max_iter": 30, "batch_size": 32, "random_state": 1, "learning_rate_init": 0.01}),
            case({"hidden_layer_sizes": [6, 5], "max_iter": 40, "batch_size": 25, "activation": "tanh", "random_state": 42}),
            case({"hidden_layer_sizes": [7], "max_iter": 40, "batch_size": 16, "activation": "logistic", "alpha": 0.1, "random_state": 7}),
            case({"hidden_layer_sizes": [3], "max_iter": 20, "batch_size": 50, "activation": "identity", "random_state": 3}),
            case({"hidden_layer_sizes": [], "max_iter": 20, "batch_size": 50, "random_state": 3, "learning_rate_init": 0.05}),
            case({"hidden_layer_sizes": [9], "max_iter": 30, "batch_size": 20, "random_state": 5, "learning_rate_init": 0.01}, n_classes=3),
            case({"hidden_layer_sizes": [5, 4, 3], "max_iter": 30, "batch_size": 200, "random_state": 11, "alpha": 0.0}, n=90, n_classes=4),
            case(
                {"hidden_layer_sizes": [10], "max_iter": 200, "batch_size": 20, "random_state": 2, "learning_rate_init": 0.02,
                 "early_stopping": True, "validation_fraction": 0.25, "n_iter_no_change": 5}
            ),
            case(
                {"hidden_layer_sizes": [10], "max_iter": 60, "batch_size": 20, "random_state": 9, "learning_rate_init": 0.02,
                 "early_stopping": True, "n_iter_no_change": 4},
                n_classes=3,
            ),
            case({"hidden_layer_sizes": [6], "max_iter": 300, "random_state": 4, "tol": 0.005, "n_iter_no_change": 3, "learning_rate_init": 0.01}),
        ],
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(vectors, file, separators=(",", ":"))
        file.write("\n")


main()
