// What is read from where, worked out from the definition alone: indicators
// and the counts they need, the topics of each in each table, the groups.

// plan gives the rows of the tables indicator, reading, group_code, multiple.
export function plan(spec, tables) {
	const indicators = [];
	const readings = [];
	const add = (i, listed) => {
		const ind = indicators.length;
		indicators.push({ ...i, ind, listed });
		readings.push(...readingsOf(spec, tables, i).map((r) => [ind, ...r]));
		return ind;
	};
	for (const i of spec.indicators) add(i, true);
	for (const i of indicators.slice()) {
		i.base = baseOf(indicators, i) ?? (i.denominator.length ? add(input(i, "base:", i.denominator), false) : null);
		for (const bound of i.low && i.high ? ["low", "high"] : []) i[bound] = add(input(i, `${bound}:`, [i[bound]]), false);
	}
	return {
		indicators: indicators.map((i) => [i.ind, i.key, i.listed, i.theme, i.kind, i.combined ? 0 : i.polarity, i.per, i.numerator.length, i.denominator.length,
			ratePer(i), ...[i.base, i.low, i.high].map((r) => (Number.isInteger(r) ? r : null)), i.basePart || 1]),
		readings,
		codes: spec.tables.flatMap((t, tbl) => codesOf(spec, t).map(([code, grp]) => [tbl, code, grp])),
		multiples: spec.tables.flatMap((t, tbl) => t.rounding.map((m, level) => [tbl, level, m])),
	};
}

// input is a count that is not shown: the sum of topics.
function input(i, prefix, topics) {
	return { key: prefix + i.key, theme: "", kind: prefix === "base:" ? "count" : i.kind, polarity: 0, per: 1, unit: "", topic: "", numerator: topics, denominator: [], moved: {}, tables: i.tables };
}

// readingsOf lists [table, group, part, topic]: for the groups of the rows,
// and for each group with a topic of its own. A combination of indicators
// reads nothing: it is made of their figures after the extracts are read.
function readingsOf(spec, tables, i) {
	if (i.combined) return [];
	const allowed = [...tables.keys()].filter((t) => !i.tables.length || i.tables.includes(spec.tables[t].id));
	const found = [];
	for (const t of allowed) {
		const numerator = i.topic ? [i.moved[spec.tables[t].id] ?? i.topic] : i.numerator;
		if (![...numerator, ...i.denominator].every((k) => tables[t].topics.has(k))) continue;
		found.push(...numerator.map((k) => [t, -1, "n", k]), ...i.denominator.map((k) => [t, -1, "d", k]));
	}
	for (const [g, group] of spec.groups.entries()) {
		const topic = group.topics[i.key];
		if (topic) found.push(...allowed.filter((t) => tables[t].topics.has(topic)).map((t) => [t, g, "n", topic]));
	}
	return found;
}

// baseOf finds the count that an indicator is a share of: of a derived figure
// the indicator that is its denominator; else the one that the definition
// names, else the count of the indicator's universe. null: there is none,
// undefined: it is a sum that no indicator shows.
function baseOf(indicators, i) {
	if (i.kind === "count" || i.combined) return null;
	const shown = indicators.filter((b) => b.listed);
	if (i.denominator.length) return i.denominator.length === 1 ? shown.find((b) => b.topic === i.denominator[0])?.ind : undefined;
	const base = i.base ? shown.find((b) => b.key === i.base) : shown.find((b) => b.kind === "count" && b.key === i.universe);
	return base ? base.ind : null;
}

// ratePer is what a rate is per: of a derived one what the definition says,
// else by its unit. null: not per a number of people.
function ratePer(i) {
	if (i.kind !== "rate") return null;
	if (i.denominator.length) return i.per;
	const number = /^per ([0-9][0-9 .]*) [^0-9]/.exec(i.unit);
	const per = number ? Number(number[1].replace(/[ .]/g, "")) : 0;
	return per > 0 ? per : null;
}

// codesOf lists the codes of a table's group dimension that stand for a group.
function codesOf(spec, table) {
	if (!table.dimension) return [];
	return spec.groups.flatMap((g, grp) => (grp === 0 || g.classification === table.classification ? g.codes.map((code) => [code, grp]) : []));
}
