// Package exceeds has transports that are to keep more connections for a host than for all, or seem to.
package exceeds

import "net/http"

type api struct{ tr, other *http.Transport }

func inParentheses() {
	tr := (&http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}) // want "MaxIdleConnsPerHost 100 of tr exceeds MaxIdleConns 10, so 10 idle connections at most are kept"
	tr.CloseIdleConnections()
}

var byName = map[string]*http.Transport{
	"quick": {MaxIdleConns: 10, MaxIdleConnsPerHost: 100}, // want "MaxIdleConnsPerHost 100 of http.Transport exceeds MaxIdleConns 10"
	"slow":  {MaxIdleConns: 100, MaxIdleConnsPerHost: 10},
}

var one, two = &http.Transport{}, &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 11} // want "MaxIdleConnsPerHost 11 of two exceeds MaxIdleConns 10"

func keepAlives() *http.Transport {
	return &http.Transport{ // want "MaxIdleConnsPerHost 100 of http.Transport exceeds MaxIdleConns 10"
		MaxIdleConns:        10,
		MaxIdleConnsPerHost: 100,
		DisableKeepAlives:   false,
	}
}

func anotherIsRaised() {
	tr := &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100} // want "MaxIdleConnsPerHost 100 of tr exceeds MaxIdleConns 10"
	other := &http.Transport{}
	other.MaxIdleConns = 100
	tr.MaxConnsPerHost = 100
}

func anotherFieldIsRaised() *api {
	a := &api{tr: &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}} // want "MaxIdleConnsPerHost 100 of tr exceeds MaxIdleConns 10"
	a.other = &http.Transport{}
	a.other.MaxIdleConns = 100
	return a
}

// Silent: raised before anybody uses it.
func raisedLater(conns int) *http.Transport {
	tr := &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}
	tr.MaxIdleConns = conns
	return tr
}

// Silent: lowered on some path.
func loweredLater(quiet bool) *http.Transport {
	tr := &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}
	if quiet {
		tr.MaxIdleConnsPerHost = 5
	}
	return tr
}

type service struct{ transport *http.Transport }

func newService() *service {
	return &service{transport: &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}}
}

// Silent, as is newService: the field is raised here.
func (s *service) raise() {
	s.transport.MaxIdleConns = 200
}

// Silent: it keeps none.
func keepsNone() *http.Transport {
	return &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100, DisableKeepAlives: true}
}

// Silent: it may keep none.
func mayKeepNone(off bool) *http.Transport {
	return &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100, DisableKeepAlives: off}
}

// Transport is not the one of net/http.
type Transport struct{ MaxIdleConns, MaxIdleConnsPerHost int }

// Silent: what its fields mean is its own affair.
func anotherType() *Transport {
	return &Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}
}
