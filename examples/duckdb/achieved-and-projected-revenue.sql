WITH share AS (
    SELECT t.to_stage_id AS stage_id, count(*) AS decided, count(*) FILTER (f.marker = 'SUCCESS') AS won
    FROM transitions t JOIN facts f USING (order_id)
    WHERE t.first_entry AND f.marker IN ('SUCCESS', 'FAILURE') GROUP BY ALL)
SELECT s.stage_id, coalesce(sum(f.revenue) FILTER (s.marker = 'SUCCESS'), 0) AS achieved,
    coalesce(sum(f.revenue) FILTER (s.marker IS NULL OR s.marker NOT IN ('SUCCESS', 'FAILURE')), 0) AS open, decided, won,
    (open * won / decided)::DECIMAL(20, 2) AS projected
FROM stages s LEFT JOIN facts f USING (stage_id) LEFT JOIN share USING (stage_id)
GROUP BY s.position, s.stage_id, decided, won ORDER BY s.position;
