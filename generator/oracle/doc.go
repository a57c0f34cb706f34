// Package oracle computes every profile a second time, in SQL, and compares.
//
// Its tests give .ci/oracle.mjs the definition of a dataset (which topic of which table is which
// indicator, for which group) and the figures, intervals, deviations, classes and scores that
// packages extract and profile made of it. DuckDB reads the Parquet extracts by itself and works out
// the same from the statement of the method, sharing no code and no number with Go:
//
//	history.sql     which rows are of the area that a region is now
//	cells.sql       the tables of the extracts as one long table, regions and groups named
//	figures.sql     figures of indicators: region × group × indicator × period
//	rounding.sql    how far each published figure can be from the truth
//	intervals.sql   bounds by rounding, and by chance where the number of people is known
//	deviations.sql  reference, spread, deviation, class
//	scores.sql      themes
//	compare.sql     a full outer join of both sides: what only one side has is a difference too
//
// A difference is an error in one of the two, or in the words of the method: all three are worth a look.
package oracle
