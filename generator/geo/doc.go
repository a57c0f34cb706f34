// Package geo reads the shapes of regions and draws them small.
//
// Shapes are optional input: GeoJSON or TopoJSON files in a dataset's folder
// geo/, in longitude and latitude (WGS84) or in RD New (EPSG:28992). They are
// kept in RD metres, the projection in which the Netherlands is drawn.
//
// The order is: open → parse → place (RD metres) → fit (whole numbers in the
// box of a map) → cut (rings become arcs that neighbours share) → simplify
// (each arc once) → write (SVG path data). Neighbours that share an arc get the
// identical points, so no map has gaps or overlaps that its source has not.
//
// The files are not trusted: their size, number of points and coordinates are
// bounded, and a mistake is an error that names the file and the region. A ring
// that crosses itself is drawn as it is, by the even-odd rule.
package geo
