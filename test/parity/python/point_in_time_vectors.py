"""Point-in-time joins and online reads of Feast 0.56.0 as vectors: python point_in_time_vectors.py OUTFILE

joins: small random ones on the local (dask) store, and by the Postgres template of Feast run on SQLite. Times are
steps of 250 ms after BASE; feature `p` is the position of the source row, feature `v` is nullable.
online: random scripts of materialize, materialize_incremental and get_online_features on the SQLite online store.
"""

import ast
import contextlib
import io
import json
import logging
import os
import random
import re
import sqlite3
import sys
import tempfile
import warnings
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ["FEAST_USAGE"] = "False"
warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import feast
import feast.feature_store
import pandas as pd
from feast import Entity, FeatureStore, FeatureView, Field, FileSource, RepoConfig, ValueType
from feast.types import Int64, String
from jinja2 import BaseLoader, Environment

BASE = datetime(2024, 1, 1, tzinfo=timezone.utc)
STEP = timedelta(milliseconds=250)
N_JOINS = 300
N_SCRIPTS = 40


def at(step):
    return BASE + step * STEP


def new_store(folder):
    return FeatureStore(
        config=RepoConfig(
            project="parity",
            provider="local",
            registry=f"{folder}/registry.db",
            online_store={"type": "sqlite", "path": f"{folder}/online.db"},
            offline_store={"type": "dask"},
            entity_key_serialization_version=3,
        )
    )


def feature_view(folder, view, entities):
    frame = pd.DataFrame(view["rows"], columns=[*view["keys"], "ts", "created", "v"])
    frame["p"] = range(len(frame))
    for column in ("ts", "created"):
        frame[column] = pd.to_datetime([at(step) for step in frame[column]], utc=True)
    frame["v"] = frame["v"].astype("Int64")
    path = f"{folder}/{view['name']}.parquet"
    frame.to_parquet(path)
    key_fields = [Field(name=key, dtype=String if view["text"] else Int64) for key in view["keys"]]
    return FeatureView(
        name=view["name"],
        entities=[entities[key] for key in view["keys"]],
        ttl=view["ttl"] * STEP,
        schema=[*key_fields, Field(name="p", dtype=Int64), Field(name="v", dtype=Int64)],
        source=FileSource(
            name=f"{view['name']}_source",
            path=path,
            timestamp_field="ts",
            created_timestamp_column="created" if view["hasCreated"] else "",
        ),
    )


def entities_of(views):
    text = {key: view["text"] for view in views for key in view["keys"]}
    kind = {key: ValueType.STRING if is_text else ValueType.INT64 for key, is_text in text.items()}
    return {key: Entity(name=f"entity_{key}", join_keys=[key], value_type=kind[key]) for key in text}


# Joins


def random_join(rng):
    """Joins whose local-store frames would outgrow 16 rows are drawn again: pandas sorts those unstably."""
    join = draw_join(rng)
    while any(n_merged_rows(join, view) > 16 for view in join["views"]):
        join = draw_join(rng)
    return join


def n_merged_rows(join, view):
    positions = [join["keys"].index(key) for key in view["keys"]]
    matches = [
        sum(row[: len(positions)] == [entity[at] for at in positions] for row in view["rows"])
        for entity in join["frame"]
    ]
    return sum(max(n, 1) for n in matches)


def draw_join(rng):
    text = rng.random() < 0.3
    composite = rng.random() < 0.4
    pool = ["a", "b", "ab", "ba"] if text else ([1, 12, 123, 3, 23, 2] if composite else [1, 2, 3])
    keys = ["k1", "k2"] if composite else ["k1"]
    pool = rng.sample(pool, min(len(pool), 3 if composite else 2))
    if text and rng.random() < 0.3:
        pool.append(None)
    views = []
    for index in range(rng.choice([1, 1, 2, 2, 3])):
        view_keys = rng.choice([keys, keys, keys[:1], keys[-1:], []]) if index or rng.random() < 0.2 else keys
        rows = [
            [*(rng.choice(pool) for _ in view_keys), rng.randrange(10), rng.randrange(4), rng.choice([None, 7, 8])]
            for _ in range(rng.randrange(1, 7))
        ]
        views.append(
            {
                "name": f"view{index}",
                "keys": view_keys,
                "text": text,
                "ttl": rng.choice([0, 0, 1, 2, 4, 5, 8]),
                "hasCreated": rng.random() < 0.5,
                "rows": rows,
            }
        )
    unknown = "zz" if text else 99
    frame = [
        [*(rng.choice([*pool, *pool, unknown]) for _ in keys), rng.randrange(3, 12)]
        for _ in range(rng.randrange(1, 5))
    ]
    if rng.random() < 0.4:
        frame.append(list(rng.choice(frame)))
    return {"keys": keys, "frame": frame, "views": views}


def columns_of(join):
    return [f"{view['name']}__{feature}" for view in join["views"] for feature in ("p", "v")]


def on_local_store(join):
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(folder)
        entities = entities_of(join["views"])
        store.apply([*entities.values(), *(feature_view(folder, view, entities) for view in join["views"])])
        frame = pd.DataFrame(join["frame"], columns=[*join["keys"], "event_timestamp"])
        frame["event_timestamp"] = pd.to_datetime([at(step) for step in frame["event_timestamp"]], utc=True)
        frame["row"] = range(len(frame))
        features = [f"{view['name']}:{feature}" for view in join["views"] for feature in ("p", "v")]
        result = store.get_historical_features(entity_df=frame, features=features, full_feature_names=True).to_df()
        return sorted_rows(result[["row", *columns_of(join)]].values.tolist())


def postgres_template():
    path = Path(feast.__file__).parent / "infra/offline_stores/contrib/postgres_offline_store/postgres.py"
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "MULTIPLE_FEATURE_VIEW_POINT_IN_TIME_JOIN":
            return Environment(loader=BaseLoader()).from_string(ast.literal_eval(node.value))
    raise LookupError("the Postgres template is not where it was")


POSTGRES = postgres_template()


def on_sql_store(join):
    """The template with instants as whole milliseconds, as SQLite has no interval type."""
    database = sqlite3.connect(":memory:")
    load(database, "frame", [*join["keys"], "event_timestamp", "row"], [
        [*values, step * 250, row] for row, (*values, step) in enumerate(join["frame"])
    ])
    contexts = []
    for view in join["views"]:
        load(database, view["name"], [*view["keys"], "ts", "created", "v", "p"], [
            [*row[:-3], row[-3] * 250, row[-2] * 250, row[-1], p] for p, row in enumerate(view["rows"])
        ])
        contexts.append(
            {
                "name": view["name"],
                "ttl": int((view["ttl"] * STEP).total_seconds()),
                "entities": view["keys"],
                "features": ["p", "v"],
                "field_mapping": {},
                "timestamp_field": "ts",
                "created_timestamp_column": "created" if view["hasCreated"] else None,
                "table_subquery": view["name"],
                "entity_selections": [f"{key} AS {key}" for key in view["keys"]],
            }
        )
    query = POSTGRES.render(
        left_table_query_string="frame",
        entity_df_event_timestamp_col="event_timestamp",
        featureviews=contexts,
        full_feature_names=True,
        final_output_feature_names=["row", *columns_of(join)],
        use_cte=False,
    )
    query = re.sub(r"(\d+) \* interval '1' second", lambda match: str(int(match[1]) * 1000), query)
    return sorted_rows(database.execute(query).fetchall())


def load(database, name, columns, rows):
    database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    database.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)


def sorted_rows(rows):
    plain = [[None if pd.isna(value) else int(value) for value in row] for row in rows]
    return sorted(plain, key=lambda row: [-1 if value is None else value for value in row])


# Online store


def random_script(rng):
    composite = rng.random() < 0.3
    keys = ["k1", "k2"] if composite else ["k1"]
    views = []
    for index in range(rng.choice([1, 2])):
        instants = set()
        rows = []
        for _ in range(rng.randrange(3, 12)):
            row_keys = [rng.choice([1, 2, 12]) for _ in keys]
            instant = (*row_keys, rng.randrange(-40, 40), rng.randrange(4))
            # Full ties are left out: the local engine keeps the first of them, the offline join the last.
            if instant[:-1] in {other[:-1] for other in instants}:
                continue
            instants.add(instant)
            rows.append([*row_keys, instant[-2], instant[-1], rng.choice([None, 7, 8, 9])])
        views.append(
            {
                "name": f"view{index}",
                "keys": keys,
                "text": False,
                "ttl": rng.choice([0, 12, 40]),
                "hasCreated": rng.random() < 0.5,
                "rows": rows,
            }
        )
    now = 0
    steps = []
    for _ in range(rng.randrange(4, 8)):
        now += rng.randrange(0, 12)
        kind = rng.choice(["materialize", "incremental", "incremental", "read", "read"])
        step = {"do": kind, "now": now}
        if kind == "materialize":
            step["start"], step["end"] = sorted(rng.sample(range(-40, 40), 2))
        if kind == "incremental":
            step["end"] = now + rng.choice([0, 0, 4, -20])
        if kind == "read":
            step["entities"] = [{key: rng.choice([1, 2, 12, 77]) for key in keys} for _ in range(3)]
        steps.append(step)
    steps.append({"do": "read", "now": now, "entities": [{key: value for key in keys} for value in (1, 2, 12)]})
    return {"views": views, "steps": steps}


def run_script(script):
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(folder)
        entities = entities_of(script["views"])
        store.apply([*entities.values(), *(feature_view(folder, view, entities) for view in script["views"])])
        names = [view["name"] for view in script["views"]]
        features = [f"{name}:{feature}" for name in names for feature in ("p", "v")]
        for step in script["steps"]:
            feast.feature_store._utc_now = lambda now=step["now"]: at(now)
            if step["do"] == "read":
                reply = store.get_online_features(features, step["entities"], full_feature_names=True)
                values = reply.to_dict(include_event_timestamps=True)
                order = list(reply.proto.metadata.feature_names.val)
                statuses = {name: list(vector.statuses) for name, vector in zip(order, reply.proto.results)}
                answers.append(
                    {
                        name: [values[name], values[f"{name}__ts"], statuses[name]]
                        for name in sorted(values)
                        if "__" in name and not name.endswith("__ts")
                    }
                )
                continue
            if step["do"] == "materialize":
                store.materialize(at(step["start"]), at(step["end"]))
            else:
                store.materialize_incremental(at(step["end"]))
            answers.append({name: intervals_of(store, name) for name in names})
    return answers


def intervals_of(store, name):
    intervals = store.get_feature_view(name).materialization_intervals
    return [[(end - BASE) / STEP for end in interval] for interval in intervals]


def main(outfile):
    rng = random.Random(20240131)
    joins = [random_join(rng) for _ in range(N_JOINS)]
    scripts = [random_script(rng) for _ in range(N_SCRIPTS)]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for join in joins:
            join["localStore"] = on_local_store(join)
            join["sqlStore"] = on_sql_store(join)
        for script in scripts:
            script["answers"] = run_script(script)
    write = lambda items: "[\n" + ",\n".join(json.dumps(item, separators=(",", ":")) for item in items) + "\n]"
    Path(outfile).write_text(
        f'{{"versions":{{"feast":"{feast.__version__}"}},\n"joins":{write(joins)},\n"online":{write(scripts)}}}\n'
    )


main(sys.argv[1])
