-- rounding(ind, level, e): a published figure (of a derived one: each of its
-- parts) lies at most e from the truth, in its own unit.
--
-- A count that is rounded at random to multiples of m is at most m - 1 away.
-- m is what the definition says, else what at least twenty figures all show
-- (10, 5 or 1), and at least 5 for districts and neighbourhoods; a country is
-- rounded as its municipalities are. What counts no people, households or
-- things (hectares) and any other figure is at most half a unit of its last
-- decimal away; where all figures of a level are whole, the decimal is the unit.
CREATE TABLE pattern AS
SELECT tbl, topic, level, CASE WHEN filled < 20 THEN 1 WHEN tens THEN 10 WHEN fives THEN 5 ELSE 1 END AS m FROM seen;

CREATE TABLE rounding AS
WITH read AS (
	SELECT DISTINCT r.ind, r.tbl, r.topic, m.level, m.multiple AS stated, t.decimals, coalesce(t.counted, false) AS counted
	FROM reading r JOIN multiple m ON m.tbl = r.tbl LEFT JOIN topic t ON t.tbl = r.tbl AND t.topic = r.topic
), parts AS (
	SELECT r.*, coalesce(s.whole, true) AS whole, 0.5 * pow(10, CASE WHEN coalesce(s.whole, true) THEN 0 ELSE -r.decimals END) AS half,
		CASE WHEN r.stated > 0 THEN r.stated ELSE greatest(coalesce(p.m, 1), CASE WHEN r.level IN (2, 3) THEN 5 ELSE 1 END) END - 1 AS step
	FROM read r
	LEFT JOIN seen s ON s.tbl = r.tbl AND s.topic = r.topic AND s.level = r.level
	LEFT JOIN pattern p ON p.tbl = r.tbl AND p.topic = r.topic AND p.level = greatest(r.level, 1)
)
SELECT p.ind, p.level,
	CASE WHEN any_value(i.parts_d) > 0 THEN max(CASE WHEN counted THEN step ELSE half END)
		WHEN any_value(i.kind) = 'count' THEN max(CASE WHEN NOT counted THEN half WHEN whole THEN step ELSE step + half END)
		ELSE 0.5 * pow(10, CASE WHEN bool_and(whole) THEN 0 ELSE -min(decimals) END)
	END::DOUBLE AS e
FROM parts p
JOIN indicator i ON i.ind = p.ind
GROUP BY p.ind, p.level;

-- countable: shares of people, households or things, in which chance plays a part.
CREATE TABLE countable AS
SELECT i.ind
FROM indicator i
JOIN reading r ON r.ind = CASE WHEN i.parts_d > 0 THEN i.ind ELSE i.base END AND (i.parts_d = 0 OR r.part = 'd')
LEFT JOIN topic t ON t.tbl = r.tbl AND t.topic = r.topic
GROUP BY i.ind
HAVING bool_and(coalesce(t.counted, false));
