"""Runs checks with Great Expectations 0.17.23 and writes what it answers: pip install great_expectations==0.17.23."""
import json
from pathlib import Path

import great_expectations as gx
import pandas as pd

rows = [
    {"user_id": "a", "age": 20, "fee": 1.5, "plan": "basic"},
    {"user_id": "b", "age": 30, "fee": None, "plan": "gold"},
    {"user_id": "b", "age": 41, "fee": 9.0, "plan": None},
    {"user_id": "c", "age": 50, "fee": 10.0, "plan": "basic"},
    {"user_id": "d", "age": 20, "fee": None, "plan": "basic"},
    {"user_id": "e", "age": 20, "fee": 1.5, "plan": "silver"},
    {"user_id": "f", "age": 33, "fee": -1.0, "plan": "gold"},
]
checks = [
    ("expect_table_columns_to_match_set", {"column_set": ["plan", "fee", "age", "user_id"]}),
    ("expect_table_columns_to_match_set", {"column_set": ["plan", "fee", "age"]}),
    ("expect_table_columns_to_match_set", {"column_set": ["plan", "fee", "Age", "user_id", "x"]}),
    ("expect_table_columns_to_match_set", {"column_set": ["plan"], "exact_match": False}),
    ("expect_column_values_to_not_be_null", {"column": "fee"}),
    ("expect_column_values_to_not_be_null", {"column": "age"}),
    ("expect_column_values_to_not_be_null", {"column": "fee", "mostly": 0.7}),
    ("expect_column_values_to_not_be_null", {"column": "fee", "mostly": 0.72}),
    ("expect_column_values_to_be_between", {"column": "age", "min_value": 20, "max_value": 41}),
    ("expect_column_values_to_be_between", {"column": "age", "min_value": 20, "max_value": 50}),
    ("expect_column_values_to_be_between", {"column": "age", "min_value": 20, "max_value": 50, "strict_min": True}),
    ("expect_column_values_to_be_between", {"column": "age", "min_value": 20, "max_value": 50, "strict_max": True}),
    ("expect_column_values_to_be_between", {"column": "fee", "min_value": 0}),
    ("expect_column_values_to_be_between", {"column": "fee", "min_value": 0, "mostly": 0.8}),
    ("expect_column_values_to_be_between", {"column": "fee", "min_value": 0, "mostly": 0.81}),
    ("expect_column_values_to_be_between", {"column": "fee", "max_value": 9}),
    ("expect_column_values_to_be_in_set", {"column": "plan", "value_set": ["basic", "gold"]}),
    ("expect_column_values_to_be_in_set", {"column": "plan", "value_set": ["basic", "gold", "silver"]}),
    ("expect_column_values_to_be_in_set", {"column": "age", "value_set": [20, 30]}),
    ("expect_column_values_to_be_unique", {"column": "user_id"}),
    ("expect_column_values_to_be_unique", {"column": "fee"}),
    ("expect_column_values_to_be_unique", {"column": "plan", "mostly": 0.2}),
]
frame = gx.from_pandas(pd.DataFrame(rows))
answers = []
for expectation_type, kwargs in checks:
    answer = getattr(frame, expectation_type)(**kwargs).to_json_dict()
    answers.append({"type": expectation_type, "kwargs": kwargs, "success": answer["success"], "result": answer["result"]})
text = json.dumps({"versions": {"great_expectations": gx.__version__, "pandas": pd.__version__}, "rows": rows, "answers": answers}, indent=1)
(Path(__file__).parent / "great-expectations.json").write_text(text + "\n")
