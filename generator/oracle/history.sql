-- mark(tbl, region, period, mark): how the area differs from the year before:
-- 1 not, 2 another code, 3 another area. change(year, kind, old, new): the
-- publisher's list: in year, old became (a part of) new.

DELETE FROM change WHERE year > (SELECT max(left(period, 4)::INT) FROM raw);

-- Rows under a code from before a recoding are about the region of the new
-- code, and that may have been recoded again.
CREATE TABLE renamed AS
WITH RECURSIVE recode AS (
	SELECT * FROM change WHERE kind = 'recode'
), step AS (
	SELECT region, period, region AS code, left(period, 4)::INT AS year
	FROM (SELECT DISTINCT region, period FROM raw WHERE region IN (SELECT old FROM recode))
	UNION ALL
	SELECT s.region, s.period, r.new, r.year
	FROM step s
	JOIN recode r ON r.old = s.code AND r.year > s.year
		AND NOT EXISTS (SELECT 1 FROM recode q WHERE q.old = s.code AND q.year > s.year AND q.year < r.year)
)
SELECT region, period, arg_max(code, year) AS code FROM step GROUP BY region, period;

UPDATE raw SET region = r.code FROM renamed r WHERE r.region = raw.region AND r.period = raw.period AND r.code <> raw.region;
UPDATE mark SET region = r.code FROM renamed r WHERE r.region = mark.region AND r.period = mark.period AND r.code <> mark.region;

-- border(region, year): from this year on the region is the area that it is
-- now, as far as this source tells.
CREATE TABLE border AS
SELECT coalesce(r.new, c.new) AS region, c.year
FROM change c
LEFT JOIN change r ON r.kind = 'recode' AND r.old = c.new AND r.year > c.year
WHERE c.kind <> 'recode'
UNION ALL
SELECT c.old, c.year
FROM change c
WHERE c.kind <> 'recode' AND c.old <> c.new AND EXISTS (SELECT 1 FROM raw WHERE region = c.old AND left(period, 4)::INT >= c.year)
UNION ALL
SELECT region, left(period, 4)::INT FROM mark WHERE mark = '3'
UNION ALL
SELECT m.region, left(m.period, 4)::INT
FROM mark m
WHERE mark = '2' AND NOT EXISTS (SELECT 1 FROM change c WHERE c.kind = 'recode' AND c.new = m.region AND c.year = left(m.period, 4)::INT);

CREATE TABLE since AS SELECT region, max(year) AS year FROM border GROUP BY region;
