// Package proof traces a figure back to the cells of the tables that it was
// read from, and forward to its class: one proof per number.
package proof
