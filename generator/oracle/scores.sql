-- A theme's score: the mean of the deviations of its judged indicators, turned
-- so that higher is favourable, where at least half of them have one.
CREATE TABLE score AS
WITH judged AS (
	SELECT theme, count(*) AS parts FROM indicator WHERE listed AND kind <> 'count' AND polarity <> 0 GROUP BY theme
), turned AS (
	SELECT t.region, t.grp, i.theme, i.polarity * t.z AS z,
		CASE WHEN i.polarity > 0 THEN t.zlo ELSE -t.zhi END AS zlo,
		CASE WHEN i.polarity > 0 THEN t.zhi ELSE -t.zlo END AS zhi
	FROM item t
	JOIN indicator i USING (ind)
	WHERE t.class > 0 AND i.polarity <> 0
), means AS (
	SELECT region, grp, theme, count(*) AS have, any_value(parts) AS parts, avg(z) AS v, avg(zlo) AS lo, avg(zhi) AS hi
	FROM turned
	JOIN judged USING (theme)
	GROUP BY region, grp, theme
)
SELECT region, grp, theme, v, lo, hi, nearest(lo, hi) AS class FROM means WHERE 2 * have >= parts;
