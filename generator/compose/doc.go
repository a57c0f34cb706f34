// Package compose makes what a publisher puts together from published figures:
// areas of his own, and indicators that combine others. It runs after
// withholding, so that it cannot see a withheld number, and a gap in a part is
// a gap in the whole.
package compose
