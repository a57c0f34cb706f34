// Package extract reads CBS tables in the Parquet layouts of statline-bq into a
// model.Monitor, and writes those layouts. It is the only importer of
// parquet-go.
//
// A table 84799NED lies in one directory in the layout v3, wide:
//
//	cbs.v3.84799NED_TypedDataSet.parquet    one row per region (× group × period), one column per topic
//	cbs.v3.84799NED_DataProperties.parquet  dimensions, topic groups and topics, with unit and decimals
//	cbs.v3.84799NED_<Dimension>.parquet     Key and Title of each code of a dimension
//	cbs.v3.84799NED_Metadata.json           title and date; may be absent
//
// or in the layout v4, long:
//
//	cbs.v4.84799NED_Observations.parquet    one row per figure: Measure, ValueAttribute, Value, a column per dimension
//	cbs.v4.84799NED_MeasureCodes.parquet    topics, with unit and decimals
//	cbs.v4.84799NED_MeasureGroups.parquet   groups of topics; absent when there are none
//	cbs.v4.84799NED_Dimensions.parquet      dimensions and their kinds
//	cbs.v4.84799NED_<Dimension>Codes.parquet
//	cbs.v4.84799NED_Metadata.json           title and date; may be absent
//
// Which of the two it is follows from the files that are there; a dataset may
// hold both. Behind the interface dataset they are the same: rows of a region,
// group and period with a column per topic.
//
// Strings of v3 are space-padded, every column may be OPTIONAL, and a column
// without a single value may carry the logical type NULL. See states.go and
// attributes.go for what is made of a figure that is missing.
package extract
