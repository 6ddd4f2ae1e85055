"""Exposition texts of prometheus_client 0.23.1, and FastAPI's validation answers: python prometheus_vectors.py OUTFILE

The metrics are the course's (S1); the validation cases are bodies posted to an endpoint that takes {user_id: str}.
"""

import json
import random
import sys
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.utils import floatToGoString
from pydantic import BaseModel

BODIES = [
    "",
    " ",
    "null",
    "{}",
    "[]",
    '"abc"',
    "7",
    "true",
    '{"user_id": 7}',
    '{"user_id": 7.5}',
    '{"user_id": null}',
    '{"user_id": true}',
    '{"user_id": ["a"]}',
    '{"user": "a"}',
    '{"user_id": "a", "more": 1}',
    '{"user_id": ""}',
    '{"user_id": "a"',
    '{"user_id": "a',
    '{"user_id" "a"}',
    '{"user_id": }',
    '{"user_id": "a",}',
    '{"user_id": "a" "b": 1}',
    "{user_id: 'a'}",
    "{'user_id': 'a'}",
    '{"user_id": "a"} x',
    '{"user_id": "a\\q"}',
    '{"user_id": "a\\u12"}',
    '{"user_id": "a\nb"}',
    '{"user_id": "a\\',
    '{"user_id": 01}',
    '{"user_id": [1, ]}',
    '{"user_id": [1 2]}',
    "\n\t{\n  \"user_id\" : }",
    "nul",
    "{",
    "[",
    '{"user_id": -}',
]

NUMBERS = [
    0.0, 1.0, 0.1, 0.005, 2.5, 10.0, 123456.0, 999999.0, 1000000.0, 1234567.0, 1706659200.0, 1706659200.125,
    1e-4, 1.5e-5, 1e-7, 2.25e-10, 1e15, 1e16, 1.5e17, 1e21, 1e22, 0.30000000000000004, 12345678.5, 100000000.0,
]


class Payload(BaseModel):
    user_id: str


def validation():
    app = FastAPI()

    @app.post("/predict")
    def predict(payload: Payload):
        return {"user_id": payload.user_id}

    client = TestClient(app)
    headers = {"content-type": "application/json"}
    answers = [client.post("/predict", content=body, headers=headers) for body in BODIES]
    return [
        {"body": body, "status": answer.status_code, "answer": answer.json()}
        for body, answer in zip(BODIES, answers)
    ]


def exposition(draw):
    registry = CollectorRegistry()
    counter = Counter("api_requests_total", "Total number of API requests", registry=registry)
    histogram = Histogram("api_request_latency_seconds", "Latency of API requests in seconds", registry=registry)
    created = draw.choice([0, 1706659200, 1709164800.125])
    counter._created = histogram._created = created
    latencies = [draw.choice([0.005, 0.1, 10.0, draw.expovariate(20), draw.expovariate(0.2)]) for _ in range(draw.randrange(60))]
    failed = draw.randrange(5)
    for latency in latencies:
        histogram.observe(latency)
    for _ in range(len(latencies) + failed):
        counter.inc()
    return {"created": created, "latencies": latencies, "failed": failed, "text": generate_latest(registry).decode()}


def main():
    draw = random.Random(17)
    vectors = {
        "versions": {"prometheus_client": "0.23.1"},
        "contentType": CONTENT_TYPE_LATEST,
        "expositions": [exposition(draw) for _ in range(20)],
        "numbers": [[number, floatToGoString(number)] for number in NUMBERS + [draw.lognormvariate(0, 12) for _ in range(100)]],
        "validation": validation(),
    }
    Path(sys.argv[1]).write_text(json.dumps(vectors, indent=1) + "\n")


main()
