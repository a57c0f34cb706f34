// Rewrites a table of the v3 layout (wide) in the v4 layout (long), for a test:
//
//	node .ci/oracle-long.mjs from-dir to-dir table-id renamed
//
// Keys of topics become codes of measures; renamed, JSON, gives some of them
// another code. A dimension Geslacht comes beside the others, with false
// figures for another code than T001038. Every other null becomes a row that
// says Impossible, the rest no row at all.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const [from, to, id, given] = process.argv.slice(2);
const renamed = JSON.parse(given);
const db = await (await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "2GB" })).connect();
const old = (part) => `'${join(from, `cbs.v3.${id}_${part}.parquet`).replaceAll("'", "''")}'`;
const write = (part, sql) => db.run(`COPY (${sql}) TO '${join(to, `cbs.v4.${id}_${part}.parquet`).replaceAll("'", "''")}' (FORMAT parquet)`);
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson();
const name = (s) => `"${s}"`;
const code = (column) => `coalesce(map_extract(MAP {${Object.entries(renamed).map(([k, v]) => `'${k}': '${v}'`).join(", ")}}, ${column})[1], ${column})`;

const properties = await rows(`SELECT Type AS kind, trim(Key) AS key, trim(Datatype) AS type FROM ${old("DataProperties")} ORDER BY ID`);
const dimensions = properties.filter((p) => !["Topic", "TopicGroup"].includes(p.kind));
const topics = properties.filter((p) => p.kind === "Topic");

await write("MeasureCodes", `SELECT ${code("trim(Key)")} AS Identifier, ID::BIGINT AS "Index", trim(Title) AS Title, trim(Description) AS Description, ParentID::VARCHAR AS MeasureGroupId,
	trim(Datatype) AS DataType, trim(Unit) AS Unit, NULL::INT AS Format, Decimals::BIGINT AS Decimals, 'Absolute' AS PresentationType FROM ${old("DataProperties")} WHERE Type = 'Topic' ORDER BY ID`);
await write("MeasureGroups", `SELECT ID::VARCHAR AS Id, ID::BIGINT AS "Index", trim(Title) AS Title, trim(Description) AS Description, ParentID::VARCHAR AS ParentId FROM ${old("DataProperties")} WHERE Type = 'TopicGroup' ORDER BY ID`);
await write("Dimensions", `SELECT trim(Key) AS Identifier, trim(Title) AS Title, '' AS Description, Type AS Kind, NULL::VARCHAR AS MapYear, NULL::INT AS ReleasePolicy FROM ${old("DataProperties")} WHERE Type NOT IN ('Topic', 'TopicGroup')
	UNION ALL SELECT 'Geslacht', 'Geslacht', '', 'Dimension', NULL, NULL`);
await write("GeslachtCodes", `SELECT unnest(['T001038', '3000']) AS Identifier, unnest([1, 2])::BIGINT AS "Index", unnest(['Totaal', 'Mannen']) AS Title, '' AS Description, '0' AS DimensionGroupId`);
await write("GeslachtGroups", `SELECT '0' AS Id, 1::BIGINT AS "Index", 'Alles' AS Title, '' AS Description, NULL::VARCHAR AS ParentId`);
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
await db.run(`CREATE TABLE long AS SELECT * FROM (${long.join(" UNION ALL ")}) WHERE Value IS NOT NULL OR StringValue IS NOT NULL OR row % 2 = 0`);
const observations = (value, sex) => `SELECT ${code("Measure")} AS Measure, CASE WHEN Value IS NULL AND StringValue IS NULL THEN 'Impossible' ELSE 'None' END AS ValueAttribute,
	${value} AS Value, StringValue, ${dimensions.map((d) => name(d.key)).join(", ")}, '${sex}' AS Geslacht FROM long`;
await write("Observations", `SELECT row_number() OVER ()::BIGINT - 1 AS Id, * FROM (${observations("Value", "T001038")} UNION ALL ${observations("2 * Value + 1", "3000")})`);
const metadata = JSON.parse(readFileSync(join(from, `cbs.v3.${id}_Metadata.json`), "utf8"));
writeFileSync(join(to, `cbs.v4.${id}_Metadata.json`), JSON.stringify(metadata));
