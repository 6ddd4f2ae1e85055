"""pandas.merge_asof on the joins of test/bench/join.bench.ts

Reads the name of a case as JSON per line and answers with milliseconds; to "version", with that of pandas.

Cases: `course` (12 months of 7,043 customers, 4 views), `big` (1,000,000 entity rows, 10,000,000 source rows);
with `-shuffled` the rows come in random order and pandas must sort them first. A course join sorts the views by
event and creation time in any case, as merge_asof breaks ties by position.
"""

import json
import sys
import time

import numpy as np
import pandas as pd

START = np.datetime64("2023-03-31", "ns")
DAY = np.timedelta64(1, "D")


def course(rng, shuffled):
    users = np.array([f"{n:04d}-{n * 7919 % 26 ** 3:05d}" for n in range(7043)], dtype=object)
    months = np.repeat(START + 30 * DAY * np.arange(12), len(users))
    entity = pd.DataFrame({"user_id": np.tile(users, 12), "event_timestamp": months})
    views = []
    for number in range(4):
        view = pd.DataFrame(
            {
                "user_id": np.tile(users, 12),
                "as_of": months,
                "created": months + rng.integers(1, 20, len(months)) * DAY,
                f"a{number}": rng.random(len(months)),
                f"b{number}": rng.random(len(months)),
                f"c{number}": rng.integers(0, 50, len(months)),
            }
        )
        views.append(shuffle(view, rng) if shuffled else view)
    return (shuffle(entity, rng) if shuffled else entity), views


def join_course(entity, views):
    result = entity.assign(row=np.arange(len(entity))).sort_values("event_timestamp", kind="stable")
    for number, view in enumerate(views):
        right = view.sort_values(["as_of", "created"]).rename(
            columns={"as_of": f"as_of{number}", "created": f"created{number}"}
        )
        result = pd.merge_asof(
            result, right, left_on="event_timestamp", right_on=f"as_of{number}", by="user_id", tolerance=pd.Timedelta(days=45)
        )
    return result.sort_values("row")


def big(rng, shuffled):
    def instants(n):
        return pd.to_datetime(np.sort(np.floor(1.7e12 + rng.random(n) * 3e10)).astype("int64"), unit="ms")

    n_entity, n_source, n_keys = 1_000_000, 10_000_000, 1_000_000
    entity = pd.DataFrame({"key": rng.integers(0, n_keys, n_entity), "event_timestamp": instants(n_entity)})
    source = pd.DataFrame(
        {"key": rng.integers(0, n_keys, n_source), "ts": instants(n_source), "value": rng.random(n_source)}
    )
    return (shuffle(entity, rng), shuffle(source, rng)) if shuffled else (entity, source)


def join_big(entity, source):
    return pd.merge_asof(entity, source, left_on="event_timestamp", right_on="ts", by="key")


def join_big_shuffled(entity, source):
    left = entity.assign(row=np.arange(len(entity))).sort_values("event_timestamp", kind="stable")
    right = source.sort_values("ts", kind="stable")
    return pd.merge_asof(left, right, left_on="event_timestamp", right_on="ts", by="key").sort_values("row")


def shuffle(frame, rng):
    return frame.take(rng.permutation(len(frame))).reset_index(drop=True)


CASES = {
    "course": (lambda rng: course(rng, False), join_course),
    "course-shuffled": (lambda rng: course(rng, True), join_course),
    "big": (lambda rng: big(rng, False), join_big),
    "big-shuffled": (lambda rng: big(rng, True), join_big_shuffled),
}

name, arguments = None, ()
for line in sys.stdin:
    asked = json.loads(line)
    if asked == "version":
        print(pd.__version__, flush=True)
        continue
    if asked != name:
        name, arguments = asked, CASES[asked][0](np.random.default_rng(1))
    start = time.perf_counter()
    result = CASES[name][1](*arguments)
    print((time.perf_counter() - start) * 1000, flush=True)
    del result
