SELECT p.stage_id, count(f.order_id) AS orders
FROM path p LEFT JOIN furthest f ON f.step >= p.step
GROUP BY p.step, p.stage_id ORDER BY p.step;
