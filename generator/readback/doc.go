// Package readback reads a built site as a stranger does, and compares what its
// pages say with what its data files say.
//
// Its tests know no figure and call nothing that computes or prints one. They
// read the JSON shards, write every number of them by rules of their own, and
// demand that text in every table of a region, matrix of groups, theme page,
// ranking, map, wheel, page to embed, fragment and CSV. What does not stand in a
// shard (a margin of another period than the one shown) is not compared; what is
// compared is counted, so that a test that compares nothing fails.
//
// A last test builds with groups that are hidden, and looks for any trace of
// them, and of what indicators are only computed with.
package readback
