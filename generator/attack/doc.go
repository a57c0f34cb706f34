// Package attack plays the intruder. Its tests build sites and then read only
// what these publish: the CSV and JSON of every municipality, the country and
// the publisher's own areas (that pages say no more than these is tested in
// package readback). They know how the country and the groups are divided, and set up every sum that must hold. From these
// they try to compute what was withheld: by elimination (a cell that the sums
// fix, whatever they are), by bounds that tighten each other, and by linear
// programming (the smallest and largest value that fits all that is published).
//
// Three things are attacked: head counts, other counts, and the numerators
// that follow from a published share and its published base.
package attack
