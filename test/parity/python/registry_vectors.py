"""Replays random scripts of tracking and registry operations on MLflow and records every answer.

Usage: python registry_vectors.py OUTFILE     (needs mlflow==2.16.0; SQLite store, simulated time and ids)

Per step: the operation, its arguments, the answer or error code, and the entities of the store that it changed.
The same scripts come out every time, so the file can be compared byte for byte.
"""

import hashlib
import json
import logging
import os
import random
import shutil
import sys
import tempfile
import uuid
import warnings

import pandas as pd

import mlflow
from mlflow.entities import Metric, Param, RunTag, ViewType
from mlflow.exceptions import MlflowException
from mlflow.models.signature import infer_signature
from mlflow.models.utils import _enforce_schema
from mlflow.store.artifact.utils.models import _parse_model_uri, get_model_name_and_version
from mlflow.store.model_registry import sqlalchemy_store as registry_store
from mlflow.store.tracking import sqlalchemy_store as tracking_store
from mlflow.tracking import MlflowClient
from mlflow.types import ColSpec, Schema

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

STEPS = 40
REGISTRY_SCRIPTS = 24
TRACKING_SCRIPTS = 16


class World:
    """One store with its simulated time and ids."""

    def __init__(self, template, folder, seed):
        path = os.path.join(folder, f"{seed}.db")
        shutil.copy(template, path)
        self.client = MlflowClient(f"sqlite:///{path}", f"sqlite:///{path}")
        self.now = 0
        self.ids = []
        clock = lambda: self.now
        registry_store.get_current_time_millis = clock
        tracking_store.get_current_time_millis = clock

        def next_id():
            self.ids.append(hashlib.md5(f"{seed}/{len(self.ids)}".encode()).hexdigest())
            return uuid.UUID(self.ids[-1])

        tracking_store.uuid = type("uuid", (), {"uuid4": staticmethod(next_id)})


def version_of(mv, with_aliases=True):
    answer = [
        mv.name,
        int(mv.version),
        mv.current_stage,
        mv.creation_timestamp,
        mv.last_updated_timestamp,
        mv.description,
        mv.source,
        mv.run_id,
        dict(sorted(mv.tags.items())),
    ]
    return answer + [sorted(mv.aliases)] if with_aliases else answer


def model_of(model):
    return [
        model.name,
        model.creation_timestamp,
        model.last_updated_timestamp,
        model.description,
        dict(sorted(model.tags.items())),
        dict(sorted((alias, int(version)) for alias, version in model.aliases.items())),
        sorted(int(v.version) for v in model.latest_versions),
    ]


def run_of(run):
    return [
        run.info.run_id,
        run.info.run_name,
        run.info.experiment_id,
        run.info.status,
        run.info.start_time,
        run.info.end_time,
        run.info.lifecycle_stage,
        dict(sorted(run.data.params.items())),
        {key: number(value) for key, value in sorted(run.data.metrics.items())},
        dict(sorted(run.data.tags.items())),
    ]


def experiment_of(experiment):
    return experiment and [
        experiment.experiment_id,
        experiment.name,
        experiment.lifecycle_stage,
        experiment.creation_time,
        experiment.last_update_time,
        dict(sorted(experiment.tags.items())),
    ]


def number(value):
    return "NaN" if value != value else value


def to_float(value):
    return float(value) if isinstance(value, str) and value in ("NaN", "Infinity", "-Infinity") else value


# ---------------------------------------------------------------- registry

MODELS = ["churn", "fraud model", "modèle-β", "m@x"]
STAGES = ["None", "Staging", "Production", "Archived", "production", "STAGING", "arChived"]
ALIASES = ["champion", "challenger", "Champion", "a-b_1"]
BAD_ALIASES = ["latest", "Latest", "v12", "V3", "", "a b", "a/b", "x" * 256]
KEYS = ["team", "a b", "x/y", "c.d", "with:colon"]
BAD_KEYS = ["", "/a", "a//b", "../a", "a/./b", "a\tb", "ü?", "k" * 251, "..", "a/"]
OPENING = [
    ("createRegisteredModel", ["churn", {"team": "a"}, None]),
    ("createModelVersion", ["churn", "s3://bucket/a", "run-1", {}]),
    ("createModelVersion", ["churn", "s3://bucket/b", "run-2", {"a b": "c"}]),
    ("createModelVersion", ["churn", "models:/churn/1", None, {"team": "Alpha"}]),
    ("createRegisteredModel", ["fraud model", {}, "what it is for"]),
    ("createModelVersion", ["fraud model", "s3://bucket/c", "run-1", {}]),
]
VERSION_FILTERS = [
    "",
    "name = 'churn'",
    "name='churn' and version_number > 1",
    "name LIKE '%r%'",
    "name ILIKE 'CHURN'",
    "version_number >= 2 AND version_number != 3",
    "tags.team = 'a'",
    "tags.`a b` != 'b' AND name != 'x'",
    "run_id IN ('run-1', 'run-2')",
    "run_id = 'run-1'",
    "source_path LIKE 's3://%'",
    "tag.team LIKE 'A%'",
    "version_number = '1'",
    "version_number LIKE 1",
    "name > 'a'",
    "stage = 'Production'",
    "metrics.a > 1",
    "name = churn",
    "name = 'a' OR name = 'b'",
    "name IN ('churn')",
    "=",
    "name =",
]
VERSION_ORDERS = [
    None,
    ["version_number"],
    ["name DESC", "version_number ASC"],
    ["last_updated_timestamp", "creation_timestamp DESC"],
    ["run_id"],
    ["version_number up"],
]
MODEL_FILTERS = [
    "",
    "name LIKE 'ch%'",
    "name ilike '%MODEL'",
    "tags.team = 'a'",
    "tags.`x/y` LIKE '%' and name != 'churn'",
    "attribute.name = 'churn'",
    "run_id = 'a'",
    "name < 'x'",
    "tags.team = 1",
]
MODEL_ORDERS = [None, ["name DESC"], ["last_updated_timestamp DESC"], ["timestamp"], ["creation"]]
URIS = [
    "models:/{n}/{v}",
    "models:/{n}/Production",
    "models:/{n}/staging",
    "models:/{n}/none",
    "models:/{n}/latest",
    "models:/{n}/LATEST",
    "models:/{n}@{a}",
    "models:/{n}/nowhere",
    "models:/{n}",
    "models:/{n}@",
    "models:/{n}/",
    "models:/{n}/1/2",
    "models:/nothing/1",
    "models:/nothing/latest",
    "model:/{n}/1",
    "models:{n}/1",
    "models:/",
    "models:/ /1",
]


def tag_value(rng):
    return rng.choice(["a", "b", "Alpha", "", "line\nbreak", "v" * rng.choice([3, 3, 3, 5001])])


def registry_step(rng):
    name = rng.choice(MODELS if rng.random() < 0.93 else ["nothing", ""])
    if rng.random() < 0.75:
        name = "churn" if name in MODELS else name
    version = rng.choice([1, 1, 1, 2, 2, 2, 3, 3, 4, 5]) if rng.random() < 0.93 else rng.choice([0, 99, "2", "abc", "1.5", " 3 "])
    stage = rng.choice(STAGES) if rng.random() < 0.95 else rng.choice(["Prod", "", "Deleted_Internal"])
    alias = rng.choice(ALIASES) if rng.random() < 0.85 else rng.choice(BAD_ALIASES)
    key = rng.choice(KEYS) if rng.random() < 0.85 else rng.choice(BAD_KEYS)
    kind = rng.choices(
        [
            "createRegisteredModel",
            "createModelVersion",
            "transition",
            "setAlias",
            "deleteAlias",
            "getByAlias",
            "setModelTag",
            "deleteModelTag",
            "setVersionTag",
            "deleteVersionTag",
            "deleteModelVersion",
            "deleteRegisteredModel",
            "rename",
            "getLatest",
            "resolve",
            "updateVersion",
            "updateModel",
            "getVersion",
            "searchVersions",
            "searchModels",
        ],
        [7, 18, 22, 8, 3, 4, 3, 2, 5, 3, 6, 1, 2, 6, 10, 3, 2, 3, 6, 3],
    )[0]
    if kind == "createRegisteredModel":
        tags = {key: tag_value(rng)} if rng.random() < 0.4 else {}
        return kind, [name, tags, rng.choice([None, "what it is for"])]
    if kind == "createModelVersion":
        source = rng.choice(["s3://bucket/a", "runs:/run-1/model", "s3://bucket/b", f"models:/{name}/{version}"])
        tags = {key: tag_value(rng)} if rng.random() < 0.3 else {}
        return kind, [name, source, rng.choice([None, "run-1", "run-2"]), tags]
    if kind == "transition":
        return kind, [name, version, stage, rng.random() < 0.5]
    if kind in ("setAlias", "deleteAlias", "getByAlias"):
        return kind, [name, alias] + ([version] if kind == "setAlias" else [])
    if kind in ("setModelTag", "deleteModelTag"):
        return kind, [name, key] + ([tag_value(rng)] if kind == "setModelTag" else [])
    if kind in ("setVersionTag", "deleteVersionTag"):
        version = version or 99  # The client takes a version of 0 for none at all.
        return kind, [name, version, key] + ([tag_value(rng)] if kind == "setVersionTag" else [])
    if kind == "deleteModelVersion":
        # MLflow keeps the aliases of a version that is deleted by the text of its number.
        return kind, [name, version if isinstance(version, int) else 1]
    if kind == "rename":
        return kind, [name, rng.choice(MODELS + ["new name", ""])]
    if kind == "getLatest":
        stages = rng.choice([None, [], [stage], ["Staging", "production"], ["None", stage]])
        return kind, [name, stages]
    if kind == "resolve":
        return kind, [rng.choice(URIS).format(n=name, v=version, a=alias)]
    if kind == "updateVersion":
        return kind, [name, version, rng.choice(["text", None])]
    if kind == "updateModel":
        return kind, [name, rng.choice(["text", None])]
    if kind == "searchVersions":
        return kind, [rng.choice(VERSION_FILTERS), rng.choice(VERSION_ORDERS), rng.choice([100, 2])]
    if kind == "searchModels":
        return kind, [rng.choice(MODEL_FILTERS), rng.choice(MODEL_ORDERS), rng.choice([100, 2])]
    return kind, [name] if kind == "deleteRegisteredModel" else [name, version]


def registry_answer(client, kind, a):
    def resolve(uri):
        name, version = get_model_name_and_version(client, uri)
        return [name, int(client.get_model_version(name, version).version)]

    def transition(name, version, stage, archive):
        return version_of(client.transition_model_version_stage(name, version, stage, archive))

    return {
        "createRegisteredModel": lambda: model_of(client.create_registered_model(a[0], a[1], a[2])),
        "createModelVersion": lambda: version_of(client.create_model_version(a[0], a[1], a[2], a[3])),
        "transition": lambda: transition(*a),
        "setAlias": lambda: client.set_registered_model_alias(a[0], a[1], a[2]),
        "deleteAlias": lambda: client.delete_registered_model_alias(a[0], a[1]),
        "getByAlias": lambda: version_of(client.get_model_version_by_alias(a[0], a[1])),
        "setModelTag": lambda: client.set_registered_model_tag(a[0], a[1], a[2]),
        "deleteModelTag": lambda: client.delete_registered_model_tag(a[0], a[1]),
        "setVersionTag": lambda: client.set_model_version_tag(a[0], a[1], a[2], a[3]),
        "deleteVersionTag": lambda: client.delete_model_version_tag(a[0], a[1], a[2]),
        "deleteModelVersion": lambda: client.delete_model_version(a[0], a[1]),
        "deleteRegisteredModel": lambda: client.delete_registered_model(a[0]),
        "rename": lambda: (client.rename_registered_model(a[0], a[1]), model_of(client.get_registered_model(a[1])))[1],
        "getLatest": lambda: sorted(version_of(v, False) for v in client.get_latest_versions(a[0], a[1])),
        "resolve": lambda: resolve(a[0]),
        "updateVersion": lambda: version_of(client.update_model_version(a[0], a[1], a[2])),
        "updateModel": lambda: model_of(client.update_registered_model(a[0], a[1])),
        "getVersion": lambda: version_of(client.get_model_version(a[0], a[1])),
        "searchVersions": lambda: [
            [v.name, int(v.version)] for v in client.search_model_versions(a[0], a[2], a[1])
        ],
        "searchModels": lambda: [m.name for m in client.search_registered_models(a[0], a[2], a[1])],
    }[kind]()


def registry_state(client):
    state = {f"model {m.name}": model_of(m) for m in client.search_registered_models()}
    for found in client.search_model_versions():
        version = client.get_model_version(found.name, found.version)
        state[f"version {version.name} {version.version}"] = version_of(version)
    return state


# ---------------------------------------------------------------- tracking

METRICS = ["auc", "loss/val", "f 1"]
PARAMS = ["depth", "max features", "a.b"]
RUN_TAGS = ["team", "mlflow.runName", "x-y", "with space"]
RUN_FILTERS = [
    "",
    "metrics.auc > 0.5",
    "metrics.auc >= 0.5 AND params.depth = '5'",
    "metric.`loss/val` < 1e-1 and metrics.`f 1` != 0",
    "params.`max features` LIKE 's%'",
    'params."a.b" ILIKE "S%"',
    "params.a.b = 'sqrt'",
    "parameter.depth != '5'",
    "tags.team = 'a'",
    "tag.`x-y` LIKE '%p%'",
    "attributes.status = 'FINISHED'",
    "status != 'RUNNING'",
    "attributes.run_name LIKE 'run%'",
    "run_name = 'run one'",
    "attribute.start_time > 5000",
    "end_time >= 9000 AND start_time < 30000",
    "run.status IN ('FINISHED')",
    "metrics.auc = 0",
    "metrics.auc < -.5",
    "tags.`mlflow.runName` = 'run one'",
    "created > 1",
    "run_id NOT IN ('abc', 'def')",
    "metrics.auc > '0.5'",
    "params.depth = 5",
    "params.depth > '5'",
    "metrics.auc LIKE 0.5",
    "auc > 0.5",
    "foo.bar = 'a'",
    "metrics.auc > 0.5 OR metrics.auc < 0.1",
    "metrics.auc",
    "metrics.auc >",
    "(metrics.auc > 0.5)",
    "start_time > 'a'",
    "attributes.lifecycle_stage = 'active'",
    "tags.team IN ('a', 'b')",
    "metrics.auc == 0.5",
    "params.depth = 'it''s'",
]
RUN_ORDERS = [
    None,
    ["metrics.auc DESC"],
    ["metrics.auc"],
    ["params.depth DESC", "start_time ASC"],
    ["params.`max features`", "attributes.run_name"],
    ["tags.team desc"],
    ["end_time"],
    ["attribute.status", "run_id desc"],
    ["metrics.`f 1` ASC", "metrics.auc"],
    ["nothing"],
    ["metrics.auc sideways"],
    ["metrics.auc", "metrics.auc DESC"],
]


def tracking_step(rng, ids, now):
    run = rng.choice(ids) if ids and rng.random() < 0.95 else "f" * 32
    recent = ids[-1] if ids and rng.random() < 0.5 else run
    key = lambda keys: rng.choice(keys) if rng.random() < 0.93 else rng.choice(BAD_KEYS)
    value = lambda: rng.choice([0.1, 0.5, 0.75, 0.9, -1, 0, 1e300, "NaN", "Infinity", "-Infinity"])
    text = lambda: rng.choice(["5", "7", "sqrt", "Sqrt", "a", "apple", "", "two\nlines"])
    point = lambda: [key(METRICS), value(), rng.choice([now, now, 1000, -1 if rng.random() < 0.1 else 2000]), rng.randint(-1, 3)]
    experiment = rng.choice(["0", "0", "0", "1", "1", "1", "2", "9"])
    kind = rng.choices(
        [
            "createExperiment",
            "deleteExperiment",
            "restoreExperiment",
            "getExperiment",
            "getExperimentByName",
            "createRun",
            "logParam",
            "logMetric",
            "logBatch",
            "setTag",
            "deleteTag",
            "setTerminated",
            "updateRun",
            "deleteRun",
            "restoreRun",
            "getRun",
            "getMetricHistory",
            "searchRuns",
        ],
        [4, 1, 2, 2, 1, 16, 8, 12, 7, 6, 3, 6, 4, 3, 3, 2, 4, 16],
    )[0]
    if kind in ("createExperiment", "getExperimentByName"):
        name = rng.choice(["one", "two", "three", "Default", "", "x" * 501] if kind == "createExperiment" else ["one", "no", "Default"])
        return kind, [name]
    if kind in ("deleteExperiment", "restoreExperiment", "getExperiment"):
        return kind, [experiment if kind == "getExperiment" or experiment != "0" else "1"]
    if kind == "createRun":
        tags = {"mlflow.runName": "run one"} if rng.random() < 0.2 else {"team": rng.choice("abc")}
        return kind, [experiment, rng.choice(["run one", "run 2", "other"]), tags]
    if kind == "logParam":
        return kind, [recent, key(PARAMS), text() if rng.random() < 0.97 else "p" * 6001]
    if kind == "logMetric":
        return kind, [recent] + point()
    if kind == "logBatch":
        metrics = [point() for _ in range(rng.choice([0, 1, 3, 3, 1001 if rng.random() < 0.1 else 2]))]
        params = [[key(PARAMS), text()] for _ in range(rng.choice([0, 1, 2]))]
        tags = [[key(RUN_TAGS), text()] for _ in range(rng.choice([0, 1]))]
        return kind, [recent, metrics, params, tags]
    if kind == "setTag":
        return kind, [recent, key(RUN_TAGS), text() if rng.random() < 0.97 else "t" * 5001]
    if kind == "deleteTag":
        return kind, [recent, rng.choice(RUN_TAGS)]
    if kind == "setTerminated":
        return kind, [recent, rng.choice(["FINISHED", "FAILED", "KILLED"])]
    if kind == "updateRun":
        status, name = rng.choice([None, "SCHEDULED", "RUNNING"]), rng.choice([None, "renamed", ""])
        return kind, [recent, status, name if status else "renamed"]
    if kind == "getMetricHistory":
        return kind, [recent, rng.choice(METRICS)]
    if kind == "searchRuns":
        ids = rng.choice([["0"], ["0", "1", "2", "3"], ["1"]])
        view = rng.choice(["ACTIVE_ONLY", "ACTIVE_ONLY", "DELETED_ONLY", "ALL"])
        return kind, [ids, rng.choice(RUN_FILTERS), rng.choice(RUN_ORDERS), view, rng.choice([100, 100, 2])]
    return kind, [run]


def tracking_answer(world, kind, a):
    client = world.client

    def log_batch(run, metrics, params, tags):
        # The store's own call: the client would split a large batch.
        client._tracking_client.store.log_batch(
            run,
            [Metric(k, to_float(v), t, s) for k, v, t, s in metrics],
            [Param(k, v) for k, v in params],
            [RunTag(k, v) for k, v in tags],
        )

    def history(run, key):
        points = client.get_metric_history(run, key)
        return sorted([m.step, m.timestamp, number(m.value)] for m in points if m.value == m.value) + sorted(
            [m.step, m.timestamp, "NaN"] for m in points if m.value != m.value
        )

    def search(ids, text, order, view, most):
        found = client.search_runs(ids, text, getattr(ViewType, view), most, order)
        return [run.info.run_id for run in found]

    return {
        "createExperiment": lambda: client.create_experiment(a[0]),
        "deleteExperiment": lambda: client.delete_experiment(a[0]),
        "restoreExperiment": lambda: client.restore_experiment(a[0]),
        "getExperiment": lambda: None if a[0] == "0" else experiment_of(client.get_experiment(a[0])),
        "getExperimentByName": lambda: (lambda e: e and e.experiment_id)(client.get_experiment_by_name(a[0])),
        "createRun": lambda: run_of(client.create_run(a[0], world.now, a[2], a[1])),
        "logParam": lambda: (client.log_param(a[0], a[1], a[2]), None)[1],
        "logMetric": lambda: client.log_metric(a[0], a[1], to_float(a[2]), a[3], a[4]),
        "logBatch": lambda: log_batch(*a),
        "setTag": lambda: client.set_tag(a[0], a[1], a[2]),
        "deleteTag": lambda: client.delete_tag(a[0], a[1]),
        "setTerminated": lambda: client.set_terminated(a[0], a[1], world.now),
        "updateRun": lambda: client.update_run(a[0], a[1], a[2]),
        "deleteRun": lambda: client.delete_run(a[0]),
        "restoreRun": lambda: client.restore_run(a[0]),
        "getRun": lambda: run_of(client.get_run(a[0])),
        "getMetricHistory": lambda: history(*a),
        "searchRuns": lambda: search(*a),
    }[kind]()


def tracking_state(world):
    client = world.client
    experiments = client.search_experiments(ViewType.ALL)
    state = {f"experiment {e.experiment_id}": experiment_of(e) for e in experiments if e.experiment_id != "0"}
    for run_id in world.ids:
        try:
            state[f"run {run_id}"] = run_of(client.get_run(run_id))
        except MlflowException:
            pass  # The id was drawn by a run that was refused.
    return state


# ---------------------------------------------------------------- scripts


def play(template, folder, seed, is_registry):
    rng = random.Random(seed)
    world = World(template, folder, seed)
    steps = []
    before = {}
    for i in range(STEPS):
        world.now = (i + 1) * 1000
        if is_registry:
            kind, args = registry_step(rng)
            if i < len(OPENING):
                kind, args = OPENING[i]
            answer = lambda: registry_answer(world.client, kind, args)
        else:
            kind, args = tracking_step(rng, world.ids, world.now) if i > 1 else (
                ("createExperiment", ["one"]) if i == 0 else ("createRun", ["0", "run one", {"team": "a"}])
            )
            answer = lambda: tracking_answer(world, kind, args)
        step = {"do": kind, "args": args}
        try:
            step["answer"] = answer()
        except MlflowException as error:
            step["error"] = error.error_code
        after = registry_state(world.client) if is_registry else tracking_state(world)
        changes = {k: v for k, v in after.items() if before.get(k) != v}
        changes.update({k: None for k in before if k not in after})
        if changes:
            step["changes"] = changes
        before = after
        steps.append(step)
    ids = [step["answer"][0] for step in steps if step["do"] == "createRun" and "answer" in step]
    return {"seed": seed, "kind": "registry" if is_registry else "tracking", "ids": ids, "steps": steps}


# ---------------------------------------------------------------- signatures

COLUMNS = {
    "whole": ("int64", [1, 2, 3]),
    "whole with null": ("int64", [1, None, 3]),
    "real": ("float64", [0.5, 2.0, 3.0]),
    "real with null": ("float64", [0.5, None, 3.0]),
    "round with null": ("float64", [1.0, None, 3.0]),
    "flag": ("bool", [True, False, True]),
    "flag with null": ("bool", [True, None, False]),
    "text": ("string", ["a", "b", ""]),
    "text with null": ("string", ["a", None, "c"]),
    "number text": ("string", ["1.5", "2", None]),
    "time": ("timestamp", [0, 86400000, 1706659200000]),
    "time with null": ("timestamp", [0, None, 1706659200000]),
    "time text": ("string", ["2024-01-31T00:00:00", "2024-02-01T10:30:00", "2024-02-02T00:00:00"]),
}
TYPES = ["boolean", "integer", "long", "float", "double", "string", "binary", "datetime"]


def frame_of(columns):
    series = {}
    for name, (dtype, values) in columns.items():
        if dtype == "timestamp":
            series[name] = pd.to_datetime(pd.Series(values, dtype="float64"), unit="ms")
        elif dtype == "string":
            series[name] = pd.Series(values, dtype=object)
        else:
            series[name] = pd.Series(values)
    return pd.DataFrame(series)


def inferred():
    frame = frame_of(COLUMNS)
    signature = infer_signature(frame, frame[["whole", "real"]]).to_dict()
    arrays = {
        "int64": pd.Series([1, 0]).to_numpy(),
        "float64": pd.Series([0.5, 0.25]).to_numpy(),
        "str": pd.Series(["a", "b"]).to_numpy().astype(str),
        "bool": pd.Series([True, False]).to_numpy(),
    }
    outputs = {k: infer_signature(None, v).to_dict()["outputs"] for k, v in arrays.items()}
    return {"columns": COLUMNS, "inputs": signature["inputs"], "outputs": signature["outputs"], "arrays": outputs}


def enforced(specs, columns):
    schema = Schema([ColSpec(type, name, required=required) for type, name, required in specs])
    case = {"specs": specs, "columns": columns}
    try:
        result = _enforce_schema(frame_of({name: COLUMNS[name] for name in columns}), schema)
        case["answer"] = [[name, str(result[name].dtype)] for name in result.columns]
    except (MlflowException, TypeError) as error:
        # A few casts fail inside pandas; those errors carry no code.
        case["error"] = getattr(error, "error_code", "INTERNAL_ERROR")
        case["hintAboutNulls"] = "missing values" in str(error)
        if "missing inputs" in str(error):
            case["missing"] = [s[1] for s in specs if f"'{s[1]}'" in str(error).split("Note")[0]]
    return case


def enforcement():
    cases = [enforced([[t, name, True]], [name]) for name in COLUMNS for t in TYPES]
    rng = random.Random(1)
    names = list(COLUMNS)
    for _ in range(60):
        specs = [
            [rng.choice(["long", "double", "string", "boolean", "datetime"]), name, rng.random() < 0.7]
            for name in rng.sample(names, rng.randint(1, 4))
        ]
        if not any(required for _, _, required in specs):
            specs[0][2] = True
        cases.append(enforced(specs, rng.sample(names, rng.randint(2, 9))))
    return cases


def parsed_uris():
    uris = [uri.format(n=n, v=7, a="champion") for uri in URIS for n in ("churn", "12345", "m@x")] + [
        "models://churn/1",
        "models:///churn/1",
        "models:/churn/007",
        "models:/churn/1 ",
        "models:/churn/ ",
        "models:/churn@ ",
        "models:/a@b@c",
        "models:/@champion",
        "models://profile@databricks/churn/1",
        "MODELS:/churn/1",
        "models:/churn//1",
        "",
        "churn/1",
    ]
    answers = []
    for uri in uris:
        try:
            answers.append([uri, list(_parse_model_uri(uri))])
        except MlflowException as error:
            answers.append([uri, error.error_code])
    return answers


def model_names(folder):
    """Names as the file store takes them; the SQL store takes all but the empty one."""
    client = MlflowClient(registry_uri=os.path.join(folder, "mlruns"))
    answers = []
    for name in ["churn", "a b", "modèle", "m@x", "a.b-c_d", "", "a/b", "/a", "50%", "a%2Fb"]:
        try:
            client.create_registered_model(name)
            answers.append([name, None])
        except MlflowException as error:
            answers.append([name, error.error_code])
    return answers


def main(outfile):
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "template.db")
        MlflowClient(f"sqlite:///{template}").search_experiments()
        scripts = [play(template, folder, seed, True) for seed in range(1, REGISTRY_SCRIPTS + 1)]
        names = model_names(folder)
        scripts += [play(template, folder, 100 + seed, False) for seed in range(1, TRACKING_SCRIPTS + 1)]
    vectors = {
        "versions": {"mlflow": mlflow.__version__, "store": "sqlalchemy, sqlite"},
        "scripts": scripts,
        "signature": inferred(),
        "enforcement": enforcement(),
        "uris": parsed_uris(),
        "names": names,
    }
    with open(outfile, "w", encoding="utf-8") as file:
        json.dump(vectors, file, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
