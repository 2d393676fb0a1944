// Package getters has an interface that no type of the package has.
package getters

import "net/http"

// An Answer has a response.
type Answer interface {
	// HTTPResponse returns it.
	HTTPResponse() *http.Response
}

// A Sender sends.
type Sender interface {
	Send() (*http.Response, error)
}

// Silent: a method that is given nothing and cannot fail has sent nothing.
func OK(a Answer) bool { return a.HTTPResponse().StatusCode < 300 }

// Status sends something.
func Status(s Sender) int {
	resp, err := s.Send() // want "response body of resp is not closed when the function returns at line 26"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
