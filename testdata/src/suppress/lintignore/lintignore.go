// Package lintignore has findings that staticcheck's comments silence.
package lintignore

import "net/http"

func byRule(u string) {
	//lint:ignore bodyclose,SA1000 closed elsewhere
	resp, err := http.Get(u)
	_, _ = resp, err
}

func byKalint(u string) {
	//lint:ignore kalint closed elsewhere
	resp, err := http.Get(u)
	_, _ = resp, err
}

func byPattern(u string) {
	//lint:ignore body* closed elsewhere
	resp, err := http.Get(u)
	_, _ = resp, err
}

func withoutReason(u string) {
	//lint:ignore bodyclose
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}

func others(u string) {
	//lint:ignore SA1000 not ours
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}
