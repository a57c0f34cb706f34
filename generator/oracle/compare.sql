-- Go's files against the tables of this side, as full outer joins: a cell that
-- one side lacks is a difference. Numbers may differ by a billionth: of
-- themselves, of the figure for its bounds, of one spread for deviations.
CREATE MACRO same(a, b, scale) AS a IS NOT DISTINCT FROM b
	OR coalesce(isfinite(a) AND isfinite(b) AND abs(a - b) <= 1e-9::DOUBLE * greatest(abs(a), abs(b), scale), false);

CREATE TABLE pair AS
WITH sql_figure AS (
	SELECT 'figure' AS part, f.region, g.key AS grp, i.key AS indicator, f.period, f.v
	FROM figure f JOIN grp g USING (grp) JOIN indicator i USING (ind)
	WHERE i.listed
), sql_item AS (
	SELECT 'item' AS part, t.region, g.key AS grp, i.key AS indicator, t.period,
		t.v, t.lo, t.hi, t.reference, t.spread, t.z, t.zlo, t.zhi, t.class
	FROM item t JOIN grp g USING (grp) JOIN indicator i USING (ind)
), sql_score AS (
	SELECT 'score' AS part, s.region, g.key AS grp, s.theme AS indicator, '' AS period, s.v AS z, s.lo AS zlo, s.hi AS zhi, s.class
	FROM score s JOIN grp g USING (grp)
), here AS (
	FROM sql_figure UNION ALL BY NAME FROM sql_item UNION ALL BY NAME FROM sql_score
)
SELECT part, region, grp, indicator, period, g, h
FROM (SELECT part, CASE WHEN region LIKE 'NL%' THEN 'NL' ELSE region END AS region, grp, indicator, period, go AS g FROM go) go
FULL OUTER JOIN (SELECT part, region, grp, indicator, period, here AS h FROM here) here USING (part, region, grp, indicator, period);

CREATE TABLE difference AS
WITH uneven AS (
	SELECT * FROM pair
	WHERE g IS NULL OR h IS NULL OR NOT (same(g.v, h.v, 0) AND same(g.lo, h.lo, abs(h.v)) AND same(g.hi, h.hi, abs(h.v))
		AND same(g.reference, h.reference, 0) AND same(g.spread, h.spread, 0)
		AND same(g.z, h.z, 1) AND same(g.zlo, h.zlo, 1) AND same(g.zhi, h.zhi, 1) AND g.class IS NOT DISTINCT FROM h.class)
), fields AS (
	SELECT part, region, grp, indicator, period, unnest(CASE WHEN g IS NULL OR h IS NULL
		THEN [{field: 'cell', go: (g IS NOT NULL)::INT::DOUBLE, sql: (h IS NOT NULL)::INT::DOUBLE, scale: 0::DOUBLE}]
		ELSE [{field: 'value', go: g.v, sql: h.v, scale: 0::DOUBLE},
			{field: 'lo', go: g.lo, sql: h.lo, scale: abs(h.v)}, {field: 'hi', go: g.hi, sql: h.hi, scale: abs(h.v)},
			{field: 'reference', go: g.reference, sql: h.reference, scale: 0::DOUBLE}, {field: 'spread', go: g.spread, sql: h.spread, scale: 0::DOUBLE},
			{field: 'z', go: g.z, sql: h.z, scale: 1::DOUBLE},
			{field: 'zlo', go: g.zlo, sql: h.zlo, scale: 1::DOUBLE}, {field: 'zhi', go: g.zhi, sql: h.zhi, scale: 1::DOUBLE},
			{field: 'class', go: g.class::DOUBLE, sql: h.class::DOUBLE, scale: 0::DOUBLE}]
		END, recursive := true)
	FROM uneven
)
SELECT part, field, region, grp, indicator, period, go, sql FROM fields WHERE NOT same(go, sql, scale);
