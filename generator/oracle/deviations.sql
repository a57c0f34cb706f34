-- The period that is shown: the latest in which the country has a number for
-- the group, or any region where the country never has.
CREATE TABLE shown AS
SELECT ind, grp, coalesce(max(period) FILTER (WHERE level = 0), max(period)) AS period FROM figure GROUP BY ind, grp;

-- Inhabitants weigh; where a period lacks them, the region's latest do.
CREATE TABLE weight AS
WITH people AS (
	SELECT region, period, v FROM figure
	WHERE grp = 0 AND level = (SELECT spread_level FROM setting) AND ind = (SELECT ind FROM indicator WHERE key = 'inwoners')
), latest AS (
	SELECT region, arg_max(v, period) AS v FROM people GROUP BY region
)
SELECT l.region, p.period, coalesce(q.v, l.v) AS w
FROM latest l
CROSS JOIN (SELECT DISTINCT period FROM figure) p
LEFT JOIN people q ON q.region = l.region AND q.period = p.period
WHERE coalesce(q.v, l.v) > 0;

-- Of fewer than 30 regions, or of equal figures, there is no spread.
CREATE TABLE spread AS
WITH sample AS (
	SELECT f.ind, f.period, f.v, w.w
	FROM figure f
	JOIN weight w USING (region, period)
	JOIN indicator i USING (ind)
	WHERE f.grp = 0 AND i.kind <> 'count' AND f.level = (SELECT spread_level FROM setting)
), middle AS (
	SELECT ind, period, fsum(w * v) / fsum(w) AS mean FROM sample GROUP BY ind, period
)
SELECT s.ind, s.period, sqrt(fsum(w * (v - mean) * (v - mean)) / fsum(w)) AS spread
FROM sample s
JOIN middle USING (ind, period)
GROUP BY s.ind, s.period
HAVING count(*) >= 30 AND max(v) > min(v);

CREATE MACRO classify(z) AS CASE WHEN z <= -1.5 THEN 1 WHEN z <= -0.5 THEN 2 WHEN z < 0.5 THEN 3 WHEN z < 1.5 THEN 4 ELSE 5 END;
-- Of the classes that lo … hi reaches the one nearest to average.
CREATE MACRO nearest(lo, hi) AS CASE WHEN lo < 0.5 AND hi > -0.5 THEN 3 WHEN lo >= 0.5 THEN classify(lo) ELSE classify(hi) END;

CREATE TABLE item AS
WITH compared AS (
	SELECT b.*, r.v AS reference, s.spread,
		CASE WHEN i.kind <> 'count' THEN (b.v - r.v) / s.spread END AS z,
		CASE WHEN i.kind <> 'count' THEN (b.lo - r.hi) / s.spread END AS zlo,
		CASE WHEN i.kind <> 'count' THEN (b.hi - r.lo) / s.spread END AS zhi
	FROM bounded b
	JOIN shown USING (ind, grp, period)
	JOIN indicator i ON i.ind = b.ind
	LEFT JOIN rounded r ON r.ind = b.ind AND r.period = b.period AND r.grp = 0 AND r.level = 0
	LEFT JOIN spread s ON s.ind = b.ind AND s.period = b.period
	WHERE i.listed
)
SELECT *, CASE WHEN z IS NULL THEN 0 WHEN level = 0 AND grp = 0 THEN 3 ELSE nearest(zlo, zhi) END AS class
FROM compared;
