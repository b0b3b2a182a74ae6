WITH judged AS (SELECT strftime(date_trunc('month', created_at), '%Y-%m') AS created,
    count(*) AS orders, count(*) FILTER (marker = 'SUCCESS') AS won, count(*) FILTER (marker = 'FAILURE') AS lost
    FROM facts GROUP BY ALL)
SELECT created, orders, won, lost, orders - won - lost AS open, round(100 * won / nullif(won + lost, 0), 1) AS of_decided,
    round(100 * won / orders, 1) AS at_least, round(100 * (orders - lost) / orders, 1) AS at_most
FROM judged ORDER BY created;
