-- raw(tbl, region, code, period, topic, value): every number of every table as
-- it stands in the extract, one row each. code is that of the group dimension,
-- NULL without one.

-- The level is in the code: a country NL, a municipality GM, a district WK, a
-- neighbourhood BU. GM0998 is what lies abroad. Countries are one: NL00, NL01.
CREATE TABLE located AS
SELECT tbl, code, period, topic, value,
	CASE WHEN region LIKE 'NL%' THEN 'NL' ELSE region END AS region,
	CASE WHEN regexp_full_match(region, 'NL[0-9]{2}') THEN 0
		WHEN regexp_full_match(region, 'GM[0-9]{4}') AND region <> 'GM0998' THEN 1
		WHEN regexp_full_match(region, 'WK[0-9]{4}[0-9A-Z]{2}') THEN 2
		WHEN regexp_full_match(region, 'BU[0-9]{4}[0-9A-Z]{4}') THEN 3
	END AS level
FROM raw
WHERE value IS NOT NULL AND NOT isnan(value);

-- A group of several codes is their sum, when all of them have a number.
CREATE TABLE wanted AS
SELECT c.tbl, c.grp, count(*) AS codes
FROM group_code c
WHERE EXISTS (SELECT 1 FROM raw r WHERE r.tbl = c.tbl AND r.code = c.code)
GROUP BY c.tbl, c.grp;

CREATE TABLE cell AS
SELECT tbl, region, level, 0 AS grp, period, topic, value
FROM located
WHERE code IS NULL AND level IS NOT NULL
UNION ALL
SELECT l.tbl, l.region, any_value(l.level), c.grp, l.period, l.topic, sum(l.value)
FROM located l
JOIN group_code c ON c.tbl = l.tbl AND c.code = l.code
JOIN wanted w ON w.tbl = c.tbl AND w.grp = c.grp
WHERE l.level IS NOT NULL
GROUP BY l.tbl, l.region, c.grp, l.period, l.topic, w.codes
HAVING count(*) = w.codes;

-- seen(tbl, topic, level, …): what the figures show of how they are rounded.
CREATE TABLE seen AS
SELECT tbl, topic, level, count(*) FILTER (value <> 0) AS filled, bool_and(value % 10 = 0) AS tens, bool_and(value % 5 = 0) AS fives, bool_and(value = round(value)) AS whole
FROM located
WHERE level <= (SELECT deepest FROM setting)
GROUP BY ALL;

DROP TABLE located;
DROP TABLE raw;
