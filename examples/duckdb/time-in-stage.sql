WITH cut AS (SELECT order_id FROM (SELECT order_id, unnest(issues) AS issue FROM facts) WHERE issue.code = 'HISTORY_TOO_LONG'),
stays AS (
    SELECT to_stage_id AS stage_id, lead(n) OVER own IS NOT NULL AS over, lead(dwell_ms) OVER own AS at_most,
        greatest(0, date_diff('millisecond', entered_by, lead(entered_after) OVER own)) AS at_least
    FROM transitions ANTI JOIN cut USING (order_id) WINDOW own AS (PARTITION BY order_id ORDER BY n))
SELECT s.stage_id, count(*) FILTER (over) AS stays,
    round(avg(at_least) FILTER (over AND at_most IS NOT NULL) / 3600000, 1) AS at_least_hours,
    round(avg(at_most) FILTER (over) / 3600000, 1) AS at_most_hours,
    count(*) FILTER (over AND at_most IS NULL) AS without_upper_bound, count(*) FILTER (NOT over) AS not_over
FROM stages s LEFT JOIN stays USING (stage_id)
GROUP BY s.position, s.stage_id ORDER BY s.position;
