WITH RECURSIVE walked AS (
    SELECT t.order_id, p.step, min(t.n) AS n
    FROM transitions t JOIN path p ON p.stage_id = t.to_stage_id WHERE p.step = 1 GROUP BY ALL
    UNION ALL
    SELECT w.order_id, p.step, min(t.n)
    FROM walked w JOIN path p ON p.step = w.step + 1
    JOIN transitions t ON t.order_id = w.order_id AND t.to_stage_id = p.stage_id AND t.n > w.n
    GROUP BY ALL)
SELECT p.stage_id, count(w.order_id) AS orders
FROM path p LEFT JOIN walked w USING (step)
GROUP BY p.step, p.stage_id ORDER BY p.step;
