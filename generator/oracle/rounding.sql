-- rounding(ind, level, e): a published figure (of a derived one: each of its
-- parts) lies at most e from the truth, in its own unit.
--
-- A count that is rounded at random to multiples of m is at most m − 1 away.
-- Another figure is at most half a unit of its last decimal away; where all
-- figures of a level are whole, the last decimal is the unit.
CREATE TABLE whole AS
SELECT ind, level, bool_and(v = round(v)) AS whole FROM stated GROUP BY ind, level;

CREATE TABLE rounding AS
WITH tables AS (
	SELECT r.ind, m.level, max(m.multiple) - 1 AS step, min(t.decimals) AS decimals
	FROM reading r
	JOIN multiple m ON m.tbl = r.tbl
	LEFT JOIN topic t ON t.tbl = r.tbl AND t.topic = r.topic
	GROUP BY r.ind, m.level
)
SELECT t.ind, t.level,
	CASE WHEN i.parts_d > 0 THEN step
		WHEN i.kind = 'count' THEN step + CASE WHEN coalesce(w.whole, true) THEN 0 ELSE 0.5 * pow(10, -t.decimals) END
		ELSE 0.5 * pow(10, CASE WHEN coalesce(w.whole, true) THEN 0 ELSE -t.decimals END)
	END::DOUBLE AS e
FROM tables t
JOIN indicator i ON i.ind = t.ind
LEFT JOIN whole w ON w.ind = t.ind AND w.level = t.level;
