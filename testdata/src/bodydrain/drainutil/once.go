package drainutil

import "net/http"

// Once sends a request after which the connection is closed.
func Once(u string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Connection", "close")
	return http.DefaultClient.Do(req)
}
