// Package nolint has findings that golangci-lint's comments silence.
package nolint

import "net/http"

func all(u string) {
	resp, err := http.Get(u) //nolint
	_, _ = resp, err
}

func allByName(u string) {
	resp, err := http.Get(u) //nolint:all
	_, _ = resp, err
}

func byRule(u string) {
	resp, err := http.Get(u) //nolint:bodyclose
	_, _ = resp, err
}

func byKalint(u string) {
	resp, err := http.Get(u) //nolint:errcheck, Kalint // closed elsewhere
	_, _ = resp, err
}

func byPlugin(u string) {
	resp, err := http.Get(u) //nolint:kalint-bodyclose
	_, _ = resp, err
}

func others(u string) {
	resp, err := http.Get(u) //nolint:errcheck // want "not closed"
	_, _ = resp, err
}

func otherRule(u string) {
	resp, err := http.Get(u) //nolint:bodydrain // want "not closed"
	_, _ = resp, err
}

func noComment(u string) {
	resp, err := http.Get(u) //nolinter // want "not closed"
	_, _ = resp, err
}

//nolint:bodyclose
func wholeFunction(u string) {
	if u != "" {
		resp, err := http.Get(u)
		_, _ = resp, err
	}
}

func wholeStatement(u string) {
	//nolint:bodyclose // for all of the loop
	for range 3 {
		resp, err := http.Get(u)
		_, _ = resp, err
	}
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}

func otherColumn(u string) {
		//nolint:bodyclose
	for range 3 {
		resp, err := http.Get(u) // want "not closed"
		_, _ = resp, err
	}
}
