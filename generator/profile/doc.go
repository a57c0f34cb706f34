// Package profile compares figures: pure functions over the cube of a Monitor, without input or output.
//
// Every compared indicator (all kinds but counts) has
//
//	period     the latest one in which the country has a number, for each group
//	reference  the figure of the country, whole population, same indicator and period
//	spread     the standard deviation over the regions of Monitor.SpreadLevel, whole population,
//	           same indicator and period, weighted by inhabitants; none below 30 regions or when all are equal
//	deviation  z = (figure − reference) / spread
//	class      five steps, borders at −1.5, −0.5, 0.5 and 1.5 (model.Classify)
//
// One spread serves every level and group, so a colour means the same on every page.
// A theme's score is the mean of z, turned so that higher is favourable, over the theme's judged
// indicators, when at least half of them have one.
//
// Sums run in the order of Monitor.Regions, so the same monitor gives the same bits on every machine.
package profile
