package servers

import (
	"net/http"
	"net/http/httptest"
)

// elsewhere starts a server in another file than its users.
func elsewhere() (url string, stop func()) {
	ts := httptest.NewServer(http.HandlerFunc(accepted))
	return ts.URL, ts.Close
}
