-- rounded(…, lo, hi): where the true value of each figure can lie by rounding
-- alone. base is the number of people, households … that it is a share of.
CREATE TABLE rounded AS
WITH parts AS (
	SELECT f.*, i.kind, i.per, i.base_part, i.parts_n, i.parts_d, i.rate_per, b.v AS base, coalesce(r.e, 0) * CASE WHEN i.kind = 'count' OR i.parts_d > 0 THEN g.sums ELSE 1 END AS e, coalesce(rb.e, 0) * g.sums AS base_e,
		l.v AS own_lo, h.v AS own_hi
	FROM figure f
	JOIN indicator i ON i.ind = f.ind
	JOIN grp g ON g.grp = f.grp
	LEFT JOIN rounding r ON r.ind = f.ind AND r.level = f.level
	LEFT JOIN figure b ON b.ind = i.base AND b.region = f.region AND b.grp = f.grp AND b.period = f.period
	LEFT JOIN rounding rb ON rb.ind = i.base AND rb.level = f.level
	LEFT JOIN figure l ON l.ind = i.low AND l.region = f.region AND l.grp = f.grp AND l.period = f.period
	LEFT JOIN figure h ON h.ind = i.high AND h.region = f.region AND h.grp = f.grp AND h.period = f.period
), extremes AS (
	SELECT *, own_lo IS NOT NULL AND own_hi IS NOT NULL AS own,
		greatest(0, v * base / per - parts_n * e) AS n_lo, v * base / per + parts_n * e AS n_hi,
		greatest(0, base - parts_d * e) AS d_lo, base + parts_d * e AS d_hi
	FROM parts
), bounds AS (
	SELECT *,
		CASE WHEN own THEN own_lo
			WHEN parts_d = 0 THEN v - e
			WHEN base IS NULL OR d_hi <= 0 THEN v
			ELSE per * n_lo / d_hi END AS a,
		CASE WHEN own THEN own_hi
			WHEN parts_d = 0 THEN v + e
			WHEN base IS NULL OR n_hi = 0 THEN v
			WHEN d_lo = 0 THEN 'inf'::DOUBLE
			ELSE per * n_hi / d_lo END AS b
	FROM extremes
)
SELECT ind, region, level, grp, period, v, kind, own, parts_d, rate_per, base, base_part, base_e, e,
	CASE WHEN v >= 0 AND NOT own THEN greatest(a, 0) ELSE a END AS lo,
	CASE WHEN kind = 'share' AND v <= 100 AND NOT own THEN least(b, 100) ELSE b END AS hi
FROM bounds;

-- The 95% score intervals: Wilson's for a share p of n, and for a count x of
-- rare events that of Poisson's law. A growth below 0 or above 100% and a
-- balance below 0 are no such shares and counts. The source's own bounds hold
-- its own chance already.
CREATE MACRO z95() AS 1.959963984540054::DOUBLE;
CREATE MACRO wilson(p, n, side) AS
	(p + z95() * z95() / (2 * n) + side * z95() * sqrt(greatest(p * (1 - p), 0) / n + z95() * z95() / (4 * n * n))) / (1 + z95() * z95() / n);
CREATE MACRO poisson(x, side) AS x + z95() * z95() / 2 + side * z95() * sqrt(greatest(x, 0) + z95() * z95() / 4);
CREATE MACRO unit(p) AS least(greatest(p, 0), 1);

CREATE TABLE bounded AS
WITH people AS (
	SELECT *, CASE WHEN NOT own AND base > 0 AND ind IN (SELECT ind FROM countable) THEN greatest(1, (base - CASE WHEN parts_d > 0 THEN parts_d * e ELSE base_e END) * base_part) END AS n
	FROM rounded
), chance AS (
	SELECT *,
		CASE WHEN n IS NULL THEN lo
			WHEN kind = 'share' AND v BETWEEN 0 AND 100 THEN 100 * unit(wilson(unit(lo / 100), n, -1))
			WHEN kind = 'rate' AND rate_per > 0 AND v >= 0 THEN poisson(lo * n / rate_per, -1) * rate_per / n
			ELSE lo END AS a,
		CASE WHEN n IS NULL THEN hi
			WHEN kind = 'share' AND v BETWEEN 0 AND 100 THEN 100 * unit(wilson(unit(hi / 100), n, 1))
			WHEN kind = 'rate' AND rate_per > 0 AND v >= 0 THEN CASE WHEN isinf(hi) THEN hi ELSE poisson(hi * n / rate_per, 1) * rate_per / n END
			ELSE hi END AS b
	FROM people
)
SELECT ind, region, level, grp, period, v,
	CASE WHEN own THEN lo ELSE least(a, lo, v) END AS lo, CASE WHEN own THEN hi ELSE greatest(b, hi, v) END AS hi
FROM chance;
