// Package cbs fetches tables of Statistics Netherlands over OData into the
// Parquet layouts that package extract reads.
//
// A table is fetched in four steps, each of which can be broken off:
//
//	ask       its title, Modified and number of rows
//	download  every answer page by page into a work folder (.fetch-<id>-<protocol>)
//	convert   the pages into Parquet files in a second folder
//	publish   move the files beside the definition, and the manifest last
//
// A page in the work folder counts when the journal names it with a checksum
// that holds, so a later run asks only for the pages that lack. The work folder
// is never an extract; an extract that has a manifest is held against it by
// extract.Load.
//
// Every answer is taken for hostile: its size, its time, its number of pages,
// its links and its names are bounded and checked.
package cbs
