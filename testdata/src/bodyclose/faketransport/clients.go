package faketransport

import (
	"net/http"

	"bodyclose/faketransport/lib"
)

// Silent: the client is made elsewhere, around a transport that makes its answers up.
func madeElsewhere(h http.Handler) int {
	c := lib.ForHandler(h)
	resp, err := c.Get("http://fake")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: so is the transport.
func transportElsewhere(h http.Handler) int {
	t, err := lib.Transport(h)
	if err != nil {
		return 0
	}
	c := &http.Client{Transport: t}
	resp, err := c.Get("http://fake")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: and is used as it is.
func tripElsewhere(h http.Handler, req *http.Request) int {
	t, _ := lib.Transport(h)
	resp, err := t.RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func eitherElsewhere(h http.Handler) int {
	resp, err := lib.Either(h).Get("http://backend.internal") // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func realElsewhere() int {
	resp, err := lib.Real().Get("http://backend.internal") // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
