// Package wholefile has a file that staticcheck's comment silences.
package wholefile

//lint:file-ignore bodyclose an example

import "net/http"

func first(u string) {
	resp, err := http.Get(u)
	_, _ = resp, err
}

func second(u string) {
	resp, err := http.Get(u)
	_, _ = resp, err
}
