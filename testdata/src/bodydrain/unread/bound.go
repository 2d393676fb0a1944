package unread

import "net/http"

type held struct{ resp *http.Response }

func (h *held) Close() error { return h.resp.Body.Close() }

// The close is in a bound method, which stands where it is called.
func bound(url string) error {
	resp, err := http.Get(url) // want `response body of resp is closed unread at line 16`
	if err != nil {
		return err
	}
	shut := (&held{resp}).Close
	return shut()
}
