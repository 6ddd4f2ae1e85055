"""Writes metric cases with the answers of scikit-learn: python metrics_vectors.py OUTFILE

Each case has one input and several calls on it. A call is [function, column, options, outcome]: the column names
the second argument, and the outcome holds a value, or the Python name of the error, and the number of warnings.
NaN and infinities are the strings "NaN", "Infinity" and "-Infinity".
"""

import json
import math
import sys
import warnings

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.calibration import calibration_curve

random = np.random.RandomState(20240131)

OPTION_NAMES = {
    "sampleWeight": "sample_weight",
    "posLabel": "pos_label",
    "zeroDivision": "zero_division",
    "dropIntermediate": "drop_intermediate",
    "nBins": "n_bins",
    "multiClass": "multi_class",
}
PER_LABEL = {
    "precisionScore": metrics.precision_score,
    "recallScore": metrics.recall_score,
    "f1Score": metrics.f1_score,
}
FUNCTIONS = {
    **PER_LABEL,
    "accuracyScore": metrics.accuracy_score,
    "confusionMatrix": metrics.confusion_matrix,
    "rocAucScore": metrics.roc_auc_score,
    "averagePrecisionScore": metrics.average_precision_score,
    "logLoss": metrics.log_loss,
    "brierScoreLoss": metrics.brier_score_loss,
    "rocCurve": metrics.roc_curve,
    "precisionRecallCurve": metrics.precision_recall_curve,
    "calibrationCurve": calibration_curve,
}
# Warnings about types and casts that numpy or scikit-learn raise besides the metric's own.
INCIDENTAL = ("invalid value encountered", "The number of unique classes is greater")


def jsonable(value):
    if isinstance(value, (np.ndarray, list, tuple)):
        return [jsonable(item) for item in value]
    if isinstance(value, (np.bool_, bool)):
        return bool(value)
    if isinstance(value, (float, np.floating)):
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return int(value) if value == int(value) and abs(value) < 1e15 else float(value)
    if isinstance(value, np.integer):
        return int(value)
    return str(value) if isinstance(value, np.str_) else value


def outcome_of(name, case, column, options):
    arguments = {OPTION_NAMES.get(key, key): value for key, value in options.items()}
    if arguments.get("zero_division") == "NaN":
        arguments["zero_division"] = float("nan")
    if "sample_weight" in arguments:
        arguments["sample_weight"] = np.asarray(case["weight"], dtype=float)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            outcome = {"value": jsonable(FUNCTIONS[name](case["y"], case[column], **arguments))}
        except (ValueError, IndexError, ZeroDivisionError) as error:
            return {"error": next(e for e in ("ZeroDivisionError", "IndexError", "ValueError") if e in ancestors(error))}
    messages = {str(warning.message) for warning in caught}
    count = sum(not message.startswith(INCIDENTAL) for message in messages)
    return {**outcome, "warnings": count} if count else outcome


def ancestors(error):
    return [kind.__name__ for kind in type(error).__mro__]


def scores_of(n):
    kind = random.randint(5)
    if kind == 0:
        return random.random_sample(n)
    if kind == 1:
        return random.random_sample(n).round(1)
    if kind == 2:
        return random.random_sample(n).round(2)
    if kind == 3:
        return random.randint(0, 4, n) / 3.0
    return (random.randint(0, 301, n) / 300.0).clip(0, 1)


def weights_of(n):
    kind = random.randint(4)
    if kind == 0:
        return random.random_sample(n).round(3)
    if kind == 1:
        return random.randint(0, 4, n).astype(float)
    if kind == 2:
        return random.exponential(2.0, n).round(4)
    return np.full(n, 0.1)


def size():
    kind = random.randint(25)
    if kind == 0:
        return random.randint(1, 4)
    return random.randint(120, 260) if kind == 1 else random.randint(4, 23)


def binary_case():
    n = size()
    score = scores_of(n)
    rate = random.choice([0.0, 0.1, 0.5, 0.5, 0.9, 1.0], p=[0.02, 0.2, 0.3, 0.3, 0.15, 0.03])
    evidence = score + random.random_sample(n)
    y = (evidence >= np.quantile(evidence, 1 - rate)).astype(int) if rate > 0 else np.zeros(n, dtype=int)
    threshold = random.choice([0.5, 0.25, 1.0])
    return {"y": y, "score": score, "pred": (score > threshold).astype(int), "weight": weights_of(n)}


def labelled_case():
    case = binary_case()
    names = [np.array(["no", "yes"]), np.array([False, True]), np.array([-1, 1]), np.array([1, 2])][random.randint(4)]
    return {**case, "y": names[case["y"]], "pred": names[case["pred"]], "labels": names}


def multiclass_case():
    n, n_classes = random.randint(8, 30), random.randint(3, 5)
    probability = random.randint(1, 9, (n, n_classes)).astype(float)
    probability /= probability.sum(axis=1, keepdims=True)
    y = random.randint(0, n_classes, n)
    y[:n_classes] = range(n_classes)
    pred = np.where(random.random_sample(n) < 0.5, y, random.randint(0, n_classes, n))
    if random.randint(3) == 0:
        names = np.array(["basic", "extra", "plus", "top"])
        y, pred = names[y], names[pred]
    return {"y": y, "score": probability, "pred": pred, "weight": weights_of(n)}


def degenerate_case():
    """A binary case with one thing wrong."""
    case = binary_case()
    n = len(case["y"])
    wrong = random.randint(12)
    if wrong == 0:
        case["y"] = np.zeros(n, dtype=int)
    elif wrong == 1:
        case["y"] = np.ones(n, dtype=int)
    elif wrong == 2:
        case = {key: value[:0] for key, value in case.items()}
    elif wrong == 3:
        case["pred"] = np.zeros(n, dtype=int)
    elif wrong == 4:
        case["weight"] = np.zeros(n)
    elif wrong == 5:
        case["score"], case["pred"] = np.append(case["score"], 0.5), np.append(case["pred"], 1)
    elif wrong == 6:
        case["score"] = case["score"].copy()
        case["score"][random.randint(n)] = np.nan
    elif wrong == 7:
        case["score"] = case["score"] * 3 - 1
    elif wrong == 8:
        case["y"] = case["y"] + 0.5
    elif wrong == 9:
        case["weight"] = case["weight"][:-1]
    elif wrong == 10:
        case["weight"] = np.where(case["y"] == 1, 0.0, case["weight"])
    else:
        case["pred"] = case["score"]
    return case


def with_weight():
    return {"sampleWeight": True} if random.randint(2) else {}


def binary_calls(case):
    positive = {"posLabel": jsonable(case["labels"][1])} if "labels" in case else {}
    yield random.choice(["rocAucScore", "averagePrecisionScore"]), "score", with_weight()
    yield "logLoss", "score", with_weight()
    yield random.choice(["brierScoreLoss", "averagePrecisionScore"]), "score", {**with_weight(), **positive}
    yield random.choice(["accuracyScore", "confusionMatrix"]), "pred", with_weight()
    for _ in range(2):
        options = {**with_weight(), **positive}
        if random.randint(4) == 0:
            options["zeroDivision"] = [0, 1, "NaN"][random.randint(3)]
        if random.randint(3) == 0:
            options["average"] = [None, "macro", "micro", "weighted"][random.randint(4)]
        yield random.choice(list(PER_LABEL)), "pred", options
    if len(case["y"]) < 30:
        curve = random.choice(["rocCurve", "precisionRecallCurve", "calibrationCurve"])
        if curve == "calibrationCurve":
            bins = {"nBins": int(random.randint(1, 12)), "strategy": str(random.choice(["uniform", "quantile"]))}
            yield curve, "score", {**bins, **positive}
        else:
            drop = {"dropIntermediate": bool(random.randint(2))} if random.randint(2) else {}
            yield curve, "score", {**with_weight(), **positive, **drop}


def multiclass_calls(_case):
    averages = [None, "macro", "micro", "weighted"]
    yield "accuracyScore", "pred", with_weight()
    yield "confusionMatrix", "pred", {**with_weight(), "normalize": [None, "true", "pred", "all"][random.randint(4)]}
    yield "logLoss", "score", with_weight()
    yield "brierScoreLoss", "score", with_weight()
    yield random.choice(list(PER_LABEL)), "pred", {**with_weight(), "average": averages[random.randint(4)]}
    yield random.choice(list(PER_LABEL)), "pred", {**with_weight(), "average": averages[random.randint(4)]}
    yield random.choice(list(PER_LABEL)), "pred", with_weight()
    yield "averagePrecisionScore", "score", {**with_weight(), "average": averages[random.randint(4)]}
    if random.randint(2):
        yield "rocAucScore", "score", {**with_weight(), "multiClass": "ovr", "average": averages[random.randint(4)]}
    else:
        yield "rocAucScore", "score", {**with_weight(), "multiClass": "ovo", "average": averages[random.randint(1, 4)]}


def finished(case, calls):
    return {
        **{key: jsonable(case[key]) for key in ("y", "score", "pred", "weight")},
        "calls": [[str(name), column, options, outcome_of(str(name), case, column, options)] for name, column, options in calls],
    }


def bootstrap_case(name, options):
    """The percentile bootstrap that the lab documents, on numpy's generator."""
    case = binary_case()
    column = "pred" if name in PER_LABEL else "score"
    n, draws = len(case["y"]), np.random.RandomState(options["randomState"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        samples = [draws.randint(0, n, n) for _ in range(options["nResamples"])]
        values = np.array([FUNCTIONS[name](case["y"][rows], case[column][rows]) for rows in samples])
        point = FUNCTIONS[name](case["y"], case[column])
    tail = (1 - options["confidence"]) / 2
    low, high = np.quantile(values[~np.isnan(values)], [tail, 1 - tail])
    interval = {"point": jsonable(point), "low": jsonable(low), "high": jsonable(high)}
    return {"metric": name, "y": jsonable(case["y"]), "second": jsonable(case[column]), "options": options, **interval}


def main(path):
    kinds = [(binary_case, binary_calls, 250), (labelled_case, binary_calls, 90)]
    kinds += [(multiclass_case, multiclass_calls, 60), (degenerate_case, binary_calls, 100)]
    cases = []
    for make_case, make_calls, count in kinds:
        for _ in range(count):
            case = make_case()
            cases.append(finished(case, make_calls(case)))
    plan = [(name, seed) for name in ("rocAucScore", "averagePrecisionScore", "f1Score") for seed in (0, 1, 2)]
    bootstraps = []
    for name, seed in plan:
        options = {"nResamples": 50 + seed, "randomState": seed, "confidence": [0.95, 0.9, 0.5][seed]}
        bootstraps.append(bootstrap_case(name, options))
    sums = [[n, float(np.sum(np.sqrt(np.arange(n, dtype=float))))] for n in [*range(299), 5000]]
    with open(path, "w", encoding="utf-8") as file:
        versions = {"scikit-learn": sklearn.__version__, "numpy": np.__version__}
        written = {"versions": versions, "sums": sums, "bootstraps": bootstraps, "cases": cases}
        json.dump(written, file, separators=(",", ":"))
        file.write("\n")


main(sys.argv[1])
