// Package tests has its requests in a test file, as the contract does not leave tests out.
package tests

import "net/http"

// Silent: what the tests call in order.
func status(c *http.Client, u string) (int, error) {
	resp, err := c.Get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}
