package cbs

import (
	"net/url"
	"path"
	"strings"
)

// The services of CBS: scheme and host.
const (
	hostV4     = "https://datasets.cbs.nl"
	hostV3     = "https://opendata.cbs.nl"
	hostThird  = "https://dataderden.cbs.nl" // tables of other institutes, v3
	mostLink   = 8000                        // bytes of a link
	mostFilter = 1500                        // bytes of a filter, so that a link keeps below what servers accept
)

// A service is where tables are.
type service struct {
	protocol string
	base     string // https://datasets.cbs.nl/odata/v1/CBS
}

// services lists where to look for a table, best first.
func services(o Options) []service {
	at := func(host string) string {
		if o.BaseURL != "" {
			return strings.TrimRight(o.BaseURL, "/")
		}
		return host
	}
	long := service{"v4", at(hostV4) + "/odata/v1/CBS"}
	wide := []service{{"v3", at(hostV3) + "/ODataFeed/odata"}}
	if o.BaseURL == "" {
		wide = append(wide, service{"v3", hostThird + "/ODataFeed/odata"})
	}
	switch o.Protocol {
	case "v4":
		return []service{long}
	case "v3":
		return wide
	}
	return append([]service{long}, wide...)
}

// hostsOf lists the hosts that may be asked.
func hostsOf(o Options) (hosts, error) {
	if o.BaseURL == "" {
		return hosts{hostV4, hostV3, hostThird}, nil
	}
	u, err := url.Parse(o.BaseURL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return nil, lasting("one like http://localhost:8090 would be right", "fetch: %q is no address of a server", clean(o.BaseURL))
	}
	return hosts{u.Scheme + "://" + u.Host}, nil
}

// query is an address with OData's options, in pairs.
func query(address string, options ...string) string {
	var b strings.Builder
	b.WriteString(address)
	sign := byte('?')
	for i := 0; i+1 < len(options); i += 2 {
		b.WriteByte(sign)
		b.WriteString(options[i] + "=" + strings.ReplaceAll(url.QueryEscape(options[i+1]), "+", "%20"))
		sign = '&'
	}
	return b.String()
}

// follow checks a link to a next page. CBS's own links may say http where it
// was asked over https; the scheme stays that of the request. The link is of
// the same list of the same table, and of a host that may be asked.
func (h hosts) follow(from, link string) (string, error) {
	if len(link) > mostLink {
		return "", lasting("", "the link to the next page is %d bytes long", len(link))
	}
	was, err := url.Parse(from)
	if err != nil {
		return "", lasting("", "%q is no address", clean(from))
	}
	to, err := was.Parse(link)
	if err != nil {
		return "", lasting("", "the link to the next page, %q, is no address", clean(link))
	}
	if to.Scheme == "http" || to.Scheme == "https" {
		to.Scheme = was.Scheme
	}
	if !h.has(to) {
		return "", lasting("only "+h.String()+" would be right", "the link to the next page leads to %s", clean(to.Scheme+"://"+to.Host))
	}
	if !strings.EqualFold(path.Base(to.Path), path.Base(was.Path)) || !strings.EqualFold(path.Base(path.Dir(to.Path)), path.Base(path.Dir(was.Path))) {
		return "", lasting("one to "+path.Base(was.Path)+" would be right", "the link to the next page leads to %s", clean(to.Path))
	}
	return to.String(), nil
}
