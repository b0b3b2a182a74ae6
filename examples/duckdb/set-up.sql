SET TimeZone = 'Europe/Moscow';
CREATE VIEW facts AS FROM 'facts.parquet';
CREATE VIEW transitions AS FROM 'transitions.parquet' SEMI JOIN facts USING (order_id);
CREATE VIEW stages AS
WITH list AS (SELECT configuration.stages AS s FROM read_json('connector.json',
    columns = {configuration: 'STRUCT(stages STRUCT(id VARCHAR, title VARCHAR, marker VARCHAR)[])'}))
SELECT i AS position, s[i + 1].id AS stage_id, s[i + 1].title AS title, upper(s[i + 1].marker) AS marker
FROM list, unnest(range(len(s))) AS t(i)
UNION ALL SELECT -1, '_unmapped', '_unmapped', NULL;
CREATE VIEW path AS
SELECT row_number() OVER (ORDER BY position) AS step, stage_id
FROM stages WHERE position >= 0 AND marker IS DISTINCT FROM 'FAILURE';
CREATE VIEW furthest AS
SELECT f.order_id, f.created_at, f.revenue, coalesce(max(p.step), 0) AS step
FROM facts f LEFT JOIN transitions t USING (order_id) LEFT JOIN path p ON p.stage_id = t.to_stage_id
GROUP BY ALL;
