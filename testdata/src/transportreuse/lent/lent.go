// Package lent calls functions that others hand over.
package lent

import (
	"io"
	"net/http"
)

// A Check looks at a token.
type Check func(token string) error

// A Challenge is solved by a check.
type Challenge struct{ check Check }

// New returns a challenge with the check.
func New(c Check) *Challenge { return &Challenge{c} }

// Solve has the token checked.
func (c *Challenge) Solve(token string) error { return c.check(token) }

// Own is a check of the program's own, with a transport each time.
func Own(u string) *Challenge {
	return New(func(token string) error {
		tr := &http.Transport{} // want "http.Transport is built anew for each call of Own"
		resp, err := (&http.Client{Transport: tr}).Get(u + token)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		_, err = io.ReadAll(resp.Body)
		return err
	})
}
