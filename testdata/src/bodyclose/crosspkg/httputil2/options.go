package httputil2

import "net/http"

// Modes of Send.
const (
	Quiet = "a!b, c|d"
	Loud  = "loud"
)

// Send hands over an open response, except for two modes.
func Send(url, mode string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	switch mode {
	case Quiet, Loud:
		resp.Body.Close()
	}
	return resp, nil
}
