// Package keepers keeps what it is given.
package keepers

import "net/http"

var all []*http.Client

// Keep keeps c in a package variable.
func Keep(c *http.Client) { all = append(all, c) }

// API keeps a client.
type API struct{ Client *http.Client }

// New makes an API that keeps c.
func New(c *http.Client) *API { return &API{Client: c} }

// Use puts c into an API that is there already.
func (a *API) Use(c *http.Client) { a.Client = c }
