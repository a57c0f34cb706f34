// Rewrites a table of the v3 layout (wide) in the v4 layout (long), for a test:
//
//	node .ci/oracle-long.mjs from-dir to-dir table-id
//
// Keys of topics become codes of measures. Every other null becomes a row that
// says Impossible, the rest no row at all.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const [from, to, id] = process.argv.slice(2);
const db = await (await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "2GB" })).connect();
const old = (part) => `'${join(from, `cbs.v3.${id}_${part}.parquet`).replaceAll("'", "''")}'`;
const write = (part, sql) => db.run(`COPY (${sql}) TO '${join(to, `cbs.v4.${id}_${part}.parquet`).replaceAll("'", "''")}' (FORMAT parquet)`);
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson();
const name = (s) => `"${s}"`;

const properties = await rows(`SELECT Type AS kind, trim(Key) AS key, trim(Datatype) AS type FROM ${old("DataProperties")} ORDER BY ID`);
const dimensions = properties.filter((p) => !["Topic", "TopicGroup"].includes(p.kind));
const topics = properties.filter((p) => p.kind === "Topic");

await write("MeasureCodes", `SELECT trim(Key) AS Identifier, ID::BIGINT AS "Index", trim(Title) AS Title, trim(Description) AS Description, ParentID::VARCHAR AS MeasureGroupId,
	trim(Datatype) AS DataType, trim(Unit) AS Unit, NULL::INT AS Format, Decimals::BIGINT AS Decimals, 'Absolute' AS PresentationType FROM ${old("DataProperties")} WHERE Type = 'Topic' ORDER BY ID`);
await write("MeasureGroups", `SELECT ID::VARCHAR AS Id, ID::BIGINT AS "Index", trim(Title) AS Title, trim(Description) AS Description, ParentID::VARCHAR AS ParentId FROM ${old("DataProperties")} WHERE Type = 'TopicGroup' ORDER BY ID`);
await write("Dimensions", `SELECT trim(Key) AS Identifier, trim(Title) AS Title, '' AS Description, Type AS Kind, NULL::VARCHAR AS MapYear, NULL::INT AS ReleasePolicy FROM ${old("DataProperties")} WHERE Type NOT IN ('Topic', 'TopicGroup') ORDER BY ID`);
for (const d of dimensions) {
	await write(`${d.key}Codes`, `SELECT trim(Key) AS Identifier, row_number() OVER ()::BIGINT AS "Index", trim(Title) AS Title, '' AS Description, '0' AS DimensionGroupId${d.kind === "TimeDimension" ? ", 'Definitief' AS Status" : ""} FROM ${old(d.key)}`);
	await write(`${d.key}Groups`, `SELECT '0' AS Id, 1::BIGINT AS "Index", 'Alles' AS Title, '' AS Description, NULL::VARCHAR AS ParentId`);
}
const keys = dimensions.map((d) => `trim(${name(d.key)}) AS ${name(d.key)}`).join(", ");
const long = topics.map((t) => {
	const text = t.type === "String";
	const value = text ? "NULL::DOUBLE" : `${name(t.key)}::DOUBLE`;
	return `SELECT ${keys}, '${t.key}' AS Measure, ${value} AS Value, ${text ? `trim(${name(t.key)})` : "NULL::VARCHAR"} AS StringValue, ID AS row FROM ${old("TypedDataSet")}`;
});
await write("Observations", `SELECT row_number() OVER ()::BIGINT - 1 AS Id, Measure, CASE WHEN Value IS NULL AND StringValue IS NULL THEN 'Impossible' ELSE 'None' END AS ValueAttribute,
	Value, StringValue, ${dimensions.map((d) => name(d.key)).join(", ")} FROM (${long.join(" UNION ALL ")}) WHERE Value IS NOT NULL OR StringValue IS NOT NULL OR row % 2 = 0`);
const metadata = JSON.parse(readFileSync(join(from, `cbs.v3.${id}_Metadata.json`), "utf8"));
writeFileSync(join(to, `cbs.v4.${id}_Metadata.json`), JSON.stringify(metadata));
