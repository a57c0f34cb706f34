// Package disclosure withholds what would tell about few people, in the cube
// itself and before anything is computed, so that no page, chart or file can
// hold a number that is withheld.
//
// What is withheld is a pair: a region and a group in a period, with every
// indicator of it. A pair is withheld first (primary) when fewer people than
// the group's MinBase belong to it. Others are withheld with it (secondary),
// because totals are published: a municipality is the sum of its districts, a
// group the sum of its parts.
//
// Protection is proved by construction. A transfer moves t people: into leaf
// region c and group γ and out of c′ and γ, and the reverse for a group γ′,
//
//	      γ    γ′
//	c    +t   −t
//	c′   −t   +t
//
// and the same in every region and group that these are parts of, below those
// that they share. All figures outside those cells stay as they are, so whoever
// sees only those cannot tell the two countries apart. A withheld pair has a
// certificate when, by transfers through withheld cells only and without a
// count below 0, its own count can be raised and lowered by together at least
// its width: MinBase, or the smallest published count that it is a part of
// when that is smaller (in a place with 30 people nobody can be unsure between
// 0 and 50). Where the sum of a dimension is not published the transfer needs
// no second region or group.
//
// Groups whose parts leave people over have a rest that is never published;
// hidden groups are never published either: both take part in transfers
// freely. Parts that together are more than the whole overlap: no sum holds.
// Protection does not rely on rounding: of a count that is rounded at random
// only what is there for sure, the count less the rounding, can be moved, so
// that the transfers fit the true counts, whose sums hold exactly. A count
// that the source left unknown never takes part.
//
// What remains possible, whoever reads everything:
//   - a region's published total bounds all groups in it: where nobody lives
//     there is nobody of any group;
//   - a share of 0% or 100% of everyone is one of every group, and likewise
//     where the pairs that are published have all of it together;
//   - a share, rate or mean of the whole gives no withheld one without the
//     withheld count; it bounds it, and the more loosely the smaller the group;
//   - an indicator of everyone that is another word for one group ("born
//     abroad") is recognised by its figures and withheld with that group; one
//     that is another word for several groups together is not;
//   - what the statistics office publishes itself is public, whatever is
//     withheld here.
package disclosure
