// Package fallback gives a config, or parts of one, to what has a default for it.
package fallback

import (
	"net/http"

	"transportreuse/fallback/lib"
)

// The client of the config is used, not the one that New has for want of it.
func given() error {
	config := lib.Default() // want "http.Transport is built anew for each call of Default"
	return lib.New(config).Ask()
}

func missing() error {
	return lib.New(nil).Ask() // want "http.Transport is built anew for each call of Default"
}

func empty() error {
	c := lib.New(&lib.Config{Address: "http://localhost"}) // want "http.Transport is built anew for each call of Default"
	return c.Ask()
}

// Silent: net/http's own client is used.
func shared() error {
	return lib.New(&lib.Config{HTTP: http.DefaultClient}).Ask()
}

var hc = &http.Client{}

// Silent: so is the package's.
func own() error {
	return lib.New(&lib.Config{HTTP: hc}).Ask()
}
