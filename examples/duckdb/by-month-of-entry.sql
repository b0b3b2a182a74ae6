SELECT strftime(date_trunc('month', t.entered_by), '%Y-%m') AS entered, t.to_stage_id AS stage_id, count(*) AS orders
FROM transitions t LEFT JOIN stages s ON s.stage_id = t.to_stage_id
WHERE t.first_entry
GROUP BY entered, s.position, t.to_stage_id ORDER BY entered, s.position;
