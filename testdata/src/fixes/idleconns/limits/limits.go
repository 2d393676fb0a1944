// Package limits has transports that are to keep more connections for a host than for all.
package limits

import (
	"net/http"
	"time"
)

func oneLine() *http.Transport {
	return &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100} // want "MaxIdleConnsPerHost 100 of http.Transport exceeds MaxIdleConns 10"
}

var manyLines = &http.Transport{ // want "MaxIdleConnsPerHost 1000 of manyLines exceeds MaxIdleConns 100"
	MaxIdleConns:        100, // for all hosts
	MaxIdleConnsPerHost: 1000,
	IdleConnTimeout:     time.Minute, // a minute
}

func nextToAComment() {
	tr := &http.Transport{MaxIdleConns: 9, MaxIdleConnsPerHost: 10} // want "MaxIdleConnsPerHost 10 of tr exceeds MaxIdleConns 9"
	tr.CloseIdleConnections()                                       // to begin with
}

func asWritten() {
	tr := &http.Transport{MaxIdleConns: 1, MaxIdleConnsPerHost: 1_000} // want "MaxIdleConnsPerHost 1000 of tr exceeds MaxIdleConns 1, "
	tr.CloseIdleConnections()
}
