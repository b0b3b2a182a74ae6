SELECT s.stage_id, count(f.order_id) AS orders, coalesce(sum(f.revenue), 0) AS revenue, coalesce(sum(f.cost), 0) AS cost,
    count(*) FILTER (f.order_id IS NOT NULL AND f.revenue IS NULL) AS without_revenue,
    count(*) FILTER (f.order_id IS NOT NULL AND f.cost IS NULL) AS without_cost
FROM stages s LEFT JOIN facts f USING (stage_id)
GROUP BY s.position, s.stage_id ORDER BY s.position;
