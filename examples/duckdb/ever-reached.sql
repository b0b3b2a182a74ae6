SELECT s.stage_id, count(t.order_id) AS orders, round(100 * count(t.order_id) / (SELECT count(*) FROM facts), 1) AS percent
FROM stages s LEFT JOIN transitions t ON t.to_stage_id = s.stage_id AND t.first_entry
GROUP BY s.position, s.stage_id ORDER BY s.position;
