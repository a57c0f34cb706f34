// Computes the profiles of a dataset in SQL and compares them with Go's:
//
//	node .ci/oracle.mjs spec.json
//
// spec.json is written by the tests of generator/oracle: the definition, the
// folder of the extracts and Go's results as a CSV file. Prints JSON: per part
// (figure, item, score) how many cells were compared, and the differences.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { openTable } from "./oracle-tables.mjs";
import { plan } from "./oracle-plan.mjs";

const spec = JSON.parse(readFileSync(process.argv[2], "utf8"));
const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "2GB", preserve_insertion_order: "false" });
const db = await instance.connect();

const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson();
const text = (v) => (v === null || v === undefined ? "NULL" : typeof v === "string" ? `'${v.replaceAll("'", "''")}'` : String(v));

// fill makes a table of JavaScript rows.
async function fill(name, columns, list) {
	await db.run(`CREATE TABLE ${name} (${columns})`);
	if (list.length) await db.run(`INSERT INTO ${name} VALUES ${list.map((r) => `(${r.map(text).join(", ")})`).join(", ")}`);
}

const tables = [];
for (const t of spec.tables) tables.push(await openTable(rows, spec.dir, t));
const p = plan(spec, tables);

await fill("setting", "deepest INT, spread_level INT", [[Math.max(...spec.levels, spec.spreadLevel), spec.spreadLevel]]);
await fill("group_level", "level INT", spec.groupLevels.map((l) => [l]));
await fill("grp", "grp INT, key VARCHAR, merged BOOLEAN, sums INT", spec.groups.map((g, i) => [i, g.key, g.merged, g.merged ? g.codes.length : 1]));
await fill("group_code", "tbl INT, code VARCHAR, grp INT", p.codes);
await fill("indicator", "ind INT, key VARCHAR, listed BOOLEAN, theme VARCHAR, kind VARCHAR, polarity INT, per DOUBLE, parts_n INT, parts_d INT, rate_per DOUBLE, base INT, low INT, high INT, base_part DOUBLE", p.indicators);
await fill("whole_only", "ind INT", p.indicators.filter((row) => spec.indicators.find((i) => i.key === row[1])?.wholeOnly).map((row) => [row[0]]));
await fill("reading", "ind INT, tbl INT, grp INT, part VARCHAR, topic VARCHAR", p.readings);
await fill("topic", "tbl INT, topic VARCHAR, decimals INT, counted BOOLEAN", tables.flatMap((t, i) => [...t.topics].map(([key, d]) => [i, key, d.decimals, d.unit === "" || d.unit === "aantal"])));
await fill("multiple", "tbl INT, level INT, multiple INT", p.multiples);

await db.run("CREATE TABLE mark (region VARCHAR, period VARCHAR, mark VARCHAR)");
await db.run("CREATE TABLE change (year INT, kind VARCHAR, old VARCHAR, new VARCHAR)");
if (spec.history) await db.run(`INSERT INTO change SELECT year, kind, "from", "to" FROM read_csv(${text(spec.history)}, header = true)`);
await db.run("CREATE TABLE raw (tbl INT, region VARCHAR, code VARCHAR, period VARCHAR, topic VARCHAR, value DOUBLE)");
for (const [i, t] of tables.entries()) {
	const wanted = [...new Set(p.readings.filter((r) => r[1] === i).map((r) => r[4]))];
	if (wanted.length) await db.run(`INSERT INTO raw SELECT ${i}, region, code, period, topic, value FROM (${t.cells(wanted)})`);
	if (t.changes) await db.run(`INSERT INTO mark SELECT DISTINCT region, period, mark FROM (${t.changes})`);
}
await db.run(`CREATE TABLE go AS SELECT * FROM read_csv(${text(spec.results)}, header = true, nullstr = '\\N', columns = {part: 'VARCHAR',
	region: 'VARCHAR', grp: 'VARCHAR', indicator: 'VARCHAR', period: 'VARCHAR', v: 'DOUBLE', lo: 'DOUBLE', hi: 'DOUBLE', reference: 'DOUBLE',
	spread: 'DOUBLE', z: 'DOUBLE', zlo: 'DOUBLE', zhi: 'DOUBLE', class: 'INTEGER'})`);
for (const step of ["history", "cells", "figures", "rounding", "intervals", "deviations", "scores", "compare"]) {
	await db.run(readFileSync(join(spec.steps, `${step}.sql`), "utf8"));
}
const parts = await rows(`SELECT part, count(g)::INT AS go, count(h)::INT AS sql, count(*) FILTER (g IS NOT NULL AND h IS NOT NULL)::INT AS both,
	count(*) FILTER (h.class > 0 AND h.class <> classify(h.z))::INT AS moved FROM pair GROUP BY part ORDER BY part`);
const counts = await rows("SELECT part, field, count(*)::INT AS n FROM difference GROUP BY part, field ORDER BY part, field");
const first = await rows("SELECT * REPLACE (go::VARCHAR AS go, sql::VARCHAR AS sql) FROM difference ORDER BY part, field, region, grp, indicator, period LIMIT 20");
console.log(JSON.stringify({ parts, counts, first }));
