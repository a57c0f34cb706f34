// Package cbsserver is a server that answers as CBS does, over tables in the v3
// layout on disk: OData v3 (ODataFeed, ODataApi, ODataCatalog) and v4, with
// their page sizes, padding and filters, and with faults that can be switched
// on. It stands in for CBS in tests, and lets anyone try fetch without internet.
package cbsserver
