// The two layouts of an extract: each table tells its topics with their
// decimals and gives its cells as one long query.
import { existsSync } from "node:fs";
import { join } from "node:path";

const name = (s) => `"${s.replaceAll('"', '""')}"`;
const text = (s) => `'${s.replaceAll("'", "''")}'`;
const geo = ["GeoDetail", "GeoDimension"];

// openTable reads the metadata of a table: {topics: Map of topic to {decimals, unit},
// cells(topics): query of region, code, period, topic, value, changes: query
// of region, period, mark, how the area differs from the year before}.
export async function openTable(rows, dir, table) {
	const wide = join(dir, `cbs.v3.${table.id}_`);
	const long = join(dir, `cbs.v4.${table.id}_`);
	if (existsSync(`${wide}TypedDataSet.parquet`)) return openWide(rows, wide, table);
	if (existsSync(`${long}Observations.parquet`)) return openLong(rows, long, table);
	throw new Error(`oracle: table ${table.id} is not in ${dir}`);
}

async function openWide(rows, path, table) {
	const properties = await rows(`SELECT trim(Type) AS kind, trim(Key) AS key, coalesce(Decimals, 0)::INT AS decimals, lower(trim(coalesce(Unit, ''))) AS unit FROM ${text(`${path}DataProperties.parquet`)} ORDER BY ID`);
	const { keys, filter } = dimensions(table, properties.filter((p) => p.kind !== "Topic" && p.kind !== "TopicGroup"));
	const change = properties.find((p) => p.kind === "Topic" && p.key.startsWith("Indelingswijziging"));
	return {
		changes: change && `SELECT ${keys}, trim(${name(change.key)}::VARCHAR) AS mark FROM ${text(`${path}TypedDataSet.parquet`)}`,
		topics: new Map(properties.filter((p) => p.kind === "Topic").map((p) => [p.key, p])),
		cells: (topics) => `UNPIVOT (SELECT ${keys}, ${topics.map((t) => `${name(t)}::DOUBLE AS ${name(t)}`).join(", ")} FROM ${text(`${path}TypedDataSet.parquet`)} WHERE ${filter})
			ON ${topics.map(name).join(", ")} INTO NAME topic VALUE value`,
	};
}

async function openLong(rows, path, table) {
	const measures = await rows(`SELECT Identifier AS key, Title AS title, coalesce(Decimals, 0)::INT AS decimals, lower(trim(coalesce(Unit, ''))) AS unit FROM ${text(`${path}MeasureCodes.parquet`)}`);
	const { keys, filter } = dimensions(table, await rows(`SELECT Kind AS kind, Identifier AS key FROM ${text(`${path}Dimensions.parquet`)}`));
	const change = measures.find((m) => m.title.startsWith("Indelingswijziging"));
	return {
		changes: change && `SELECT ${keys}, trim(StringValue) AS mark FROM ${text(`${path}Observations.parquet`)} WHERE Measure = ${text(change.key)}`,
		topics: new Map(measures.map((m) => [m.key, m])),
		cells: (topics) => `SELECT ${keys}, Measure AS topic, Value::DOUBLE AS value FROM ${text(`${path}Observations.parquet`)}
			WHERE ValueAttribute = 'None' AND Measure IN (${topics.map(text).join(", ")}) AND ${filter}`,
	};
}

// dimensions gives the columns region, code and period, and the rows to keep.
function dimensions(table, list) {
	const region = table.regions || list.find((d) => geo.includes(d.kind)).key;
	const time = list.find((d) => d.kind === "TimeDimension");
	const code = table.dimension ? `trim(${name(table.dimension)})` : "NULL::VARCHAR";
	const period = time ? `trim(${name(time.key)})` : text(table.period);
	const kept = table.select.map((s) => `trim(${name(s.dimension)}) = ${text(s.code)}`);
	return { keys: `trim(${name(region)}) AS region, ${code} AS code, ${period} AS period`, filter: kept.join(" AND ") || "true" };
}
