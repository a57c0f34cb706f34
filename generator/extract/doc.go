// Package extract reads CBS tables in the Parquet layout of statline-bq (v3)
// into a model.Monitor, and writes that layout. It is the only importer of
// parquet-go.
//
// A table 84799NED lies in one directory as
//
//	cbs.v3.84799NED_TypedDataSet.parquet    one row per region (× group × period), one column per topic
//	cbs.v3.84799NED_DataProperties.parquet  dimensions, topic groups and topics, with unit and decimals
//	cbs.v3.84799NED_<Dimension>.parquet     Key and Title of each code of a dimension
//	cbs.v3.84799NED_Metadata.json           title and date; may be absent
//
// Strings are space-padded, every column may be OPTIONAL, and a column without
// a single value may carry the logical type NULL. CBS writes null for every
// reason that there is no number; see states.go for what is made of it.
package extract
