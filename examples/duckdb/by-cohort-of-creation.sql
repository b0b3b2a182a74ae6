WITH cohort AS (SELECT strftime(date_trunc('month', created_at), '%Y-%m') AS created, step FROM furthest)
SELECT c.created, p.stage_id, count(*) AS orders, count(*) FILTER (c.step >= p.step) AS reached,
    round(100 * count(*) FILTER (c.step >= p.step) / count(*), 1) AS percent
FROM cohort c CROSS JOIN path p
GROUP BY c.created, p.step, p.stage_id ORDER BY c.created, p.step;
