-- reading(ind, tbl, grp, part, topic): indicator ind takes its part ('n'
-- numerator, 'd' denominator) from this topic of this table; grp −1: the group
-- is that of the row, else the row of the whole population is about grp.

CREATE TABLE needed AS
SELECT ind, tbl, grp, count(*) FILTER (part = 'n') AS n, count(*) FILTER (part = 'd') AS d
FROM reading
GROUP BY ind, tbl, grp;

CREATE TABLE summed AS
SELECT r.ind, r.tbl, r.grp AS topic_group, c.region, any_value(c.level) AS level,
	CASE WHEN r.grp < 0 THEN c.grp ELSE r.grp END AS grp, c.period,
	sum(c.value) FILTER (r.part = 'n') AS n, sum(c.value) FILTER (r.part = 'd') AS d,
	count(*) FILTER (r.part = 'n') AS have_n, count(*) FILTER (r.part = 'd') AS have_d
FROM reading r
JOIN cell c ON c.tbl = r.tbl AND c.topic = r.topic
WHERE r.grp < 0 OR c.grp = 0
GROUP BY ALL;

DROP TABLE cell;

-- A share of nothing is not a number. A group that is the sum of others has
-- counts and shares of counts, but no average: those do not add up.
CREATE TABLE stated AS
SELECT s.ind, s.tbl, s.region, s.level, s.grp, s.period,
	CASE WHEN k.d = 0 THEN s.n ELSE i.per * s.n / s.d END AS v
FROM summed s
JOIN needed k ON k.ind = s.ind AND k.tbl = s.tbl AND k.grp = s.topic_group
JOIN indicator i ON i.ind = s.ind
JOIN grp g ON g.grp = s.grp
WHERE s.have_n = k.n AND s.have_d = k.d AND (k.d = 0 OR s.d <> 0)
	AND NOT (g.merged AND s.topic_group < 0 AND k.d = 0 AND i.kind <> 'count')
	AND s.level <= (SELECT deepest FROM setting)
	AND (s.grp = 0 OR s.level IN (SELECT level FROM group_level) AND s.ind NOT IN (SELECT ind FROM whole_only));

DROP TABLE summed;

-- Figures from before the region had the area of today are of another area.
CREATE TABLE figure AS
SELECT ind, s.region, any_value(level) AS level, grp, s.period, arg_min(v, tbl) AS v
FROM stated s
LEFT JOIN since c ON c.region = s.region
WHERE c.year IS NULL OR left(s.period, 4)::INT >= c.year
GROUP BY ind, s.region, grp, s.period;
