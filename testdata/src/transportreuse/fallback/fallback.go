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

// Settings may have a client.
type settings struct{ hc *http.Client }

func newAsker(s settings) *lib.Client {
	hc := s.hc
	if hc == nil {
		hc = &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call of newAsker"
	}
	return lib.New(&lib.Config{HTTP: hc})
}

// Silent: the settings have one.
func ownSettings() error { return newAsker(settings{hc: hc}).Ask() }

// Silent: net/http's own.
func defaultSettings() error { return newAsker(settings{hc: http.DefaultClient}).Ask() }

func noSettings() error { return newAsker(settings{}).Ask() }

func newOtherAsker(s settings) *lib.Client {
	hc := s.hc
	if hc == nil {
		hc = &http.Client{Transport: &http.Transport{}} // silent: whoever calls it has one
	}
	return lib.New(&lib.Config{HTTP: hc})
}

func onlyOwnSettings() error { return newOtherAsker(settings{hc: hc}).Ask() }
