// Package intake turns a table that comes as a file (a CSV of StatLine, R or
// pandas, an Excel workbook) into an extract that package extract reads.
//
// The order is: Open (bytes → sheet of texts) → Propose (sheet → mapping, with
// a question where the file does not tell) or ReadMapping → Convert (sheet and
// mapping → extract.Table) → Write (table → files and manifest).
//
// Nothing is guessed: a mapping with an open question is refused, and every
// column is named in it. What cannot be read is an error with its place.
package intake
