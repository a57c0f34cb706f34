// Package postcode reads a table that tells in which neighbourhood each Dutch
// postcode of six signs (PC6: 1234 AB) lies, and writes the lists in which the
// search box looks a postcode up.
//
// The table is a CSV file beside the definition, as CBS publishes it every
// year (one line for each address: PC6, Huisnummer, Buurt2025, Wijk2025,
// Gemeente2025) or with two columns only. It is read line by line, since the
// whole country has nine million addresses, and only two columns of it count.
// How many addresses a neighbourhood has decides the order in which
// neighbourhoods are offered, and is published nowhere.
package postcode
