// Package demo writes the extract of Merenland, a country that does not exist,
// in the layout that package extract reads. Names, codes and figures are all
// invented; only the shape of the tables is real.
//
// The smallest unit is a cell: the inhabitants of one neighbourhood with one
// origin in one year. A cell has whole numbers of people and households, and
// for each topic a part and a whole. Every figure of a group, district,
// municipality or the country is a sum of cells, so that parts add up to wholes
// before they are rounded as a statistics office rounds them.
//
// Chance comes from a generator seeded by the names of what is drawn, never
// from the order in which it is drawn: a neighbourhood has the same figures in
// a country of any size.
package demo
