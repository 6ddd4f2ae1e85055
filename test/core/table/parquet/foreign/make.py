"""Writes the small files that read-parquet.test.ts reads: the same three rows by pandas, pyarrow and DuckDB."""
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

here = Path(__file__).parent
frame = pd.DataFrame(
    {
        "user_id": ["a", "é", None],
        "tickets": pd.array([3, None, -1], dtype="Int64"),
        "fee": [9.5, float("nan"), -0.25],
        "senior": pd.array([True, None, False], dtype="boolean"),
        "signup_date": pd.to_datetime(["2024-02-29", "1969-12-31", None]).date,
        "as_of": pd.to_datetime(["2024-01-31T00:00:00Z", None, "2024-01-31T12:34:56.789123Z"], format="ISO8601").astype("datetime64[us, UTC]"),
    }
)
for codec in ["snappy", "gzip", "zstd", "none"]:
    frame.set_index(pd.Index([7, 8, 9])).to_parquet(here / f"pandas-{codec}.parquet", compression=codec)
table = pa.Table.from_pandas(frame, preserve_index=False)
pq.write_table(table, here / "pyarrow-v2.parquet", data_page_version="2.0", use_dictionary=False, row_group_size=2, version="2.6",
               column_encoding={"tickets": "DELTA_BINARY_PACKED", "user_id": "DELTA_BYTE_ARRAY", "fee": "BYTE_STREAM_SPLIT"})
for codec in ["snappy", "zstd"]:
    duckdb.execute(f"COPY (SELECT * FROM frame) TO '{here}/duckdb-{codec}.parquet' (FORMAT parquet, CODEC {codec})")
duckdb.execute(f"COPY (SELECT 1.15::DECIMAL(9,2) AS price, TIME '10:00' AS at, [1, 2] AS list) TO '{here}/duckdb-types.parquet' (FORMAT parquet)")
frame[["tickets"]].to_parquet(here / "unreadable-lz4.parquet", compression="lz4")
