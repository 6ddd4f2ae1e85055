"""Splits by the real scikit-learn's train_test_split: usage `python splits_vectors.py OUTFILE`."""

import hashlib
import json
import sys

import numpy as np
import sklearn
from sklearn.model_selection import train_test_split

N_CASES = 200


def draw_case(rng):
    n = int(rng.choice([2, 3, 5, 10, 17, 64, 100, 333, 1000, 7043]))
    stratify = None
    if rng.randint(0, 2):
        k = int(rng.choice([2, 2, 3, 7]))
        shares = rng.random_sample(k) + 0.05
        stratify = [int(c) for c in rng.choice(k, size=n, p=shares / shares.sum())]
    size = [None, 0.25, 0.2, 0.5, 0.01, 0.99, 1, 3, n // 2, n][rng.randint(0, 10)]
    train = [None, None, None, 0.5, 0.3, 2][rng.randint(0, 6)]
    return {
        "n": n,
        "testSize": size,
        "trainSize": train,
        "randomState": int(rng.choice([0, 1, 42, 12345, 2**32 - 1])),
        "shuffle": True if stratify is not None else bool(rng.randint(0, 6) > 0),
        "stratify": stratify,
    }


def split(case):
    try:
        return train_test_split(
            np.arange(case["n"]),
            test_size=case["testSize"],
            train_size=case["trainSize"],
            random_state=case["randomState"],
            shuffle=case["shuffle"],
            stratify=case["stratify"],
        )
    except ValueError as error:
        return str(error)


def sha(indices):
    return hashlib.sha256(np.asarray(indices, dtype="<i4").tobytes()).hexdigest()


def main(path):
    rng = np.random.RandomState(20240229)
    cases = []
    for _ in range(N_CASES):
        case = draw_case(rng)
        result = split(case)
        if isinstance(result, str):
            case["error"] = "ValueError"
        else:
            train, test = result
            case.update(nTrain=len(train), nTest=len(test), train=sha(train), test=sha(test))
        labels = case["stratify"]
        case["stratify"] = None if labels is None else "".join(str(c) for c in labels)
        cases.append(case)
    with open(path, "w") as out:
        json.dump({"sklearn": sklearn.__version__, "numpy": np.__version__, "cases": cases}, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
