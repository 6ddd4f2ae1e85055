"""The columns that the course's pipeline learns from, and the tables that hold them."""

CATEGORICAL = ["net_service", "plan_stream_tv", "plan_stream_movies"]
NUMERIC = [
    "months_active",
    "monthly_fee",
    "paperless_billing",
    "watch_hours_30d",
    "avg_session_mins_7d",
    "unique_devices_30d",
    "skips_7d",
    "rebuffer_events_7d",
    "failed_payments_90d",
    "support_tickets_90d",
    "ticket_avg_resolution_hrs_90d",
]
# Besides users, which every one of them is joined to.
TABLES = ["subscriptions", "usage_agg_30d", "payments_agg_90d", "support_agg_90d", "labels"]
