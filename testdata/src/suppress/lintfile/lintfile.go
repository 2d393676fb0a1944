// Package lintfile has a comment for all of a file.
package lintfile

import "net/http"

func f(url string) {
	http.Get(url)
}

//lint:file-ignore bodyclose,SA1019 a copy of somebody else's

func g(url string) {
	http.Get(url)
	url = "" //kalint:ignore bodyclose whoever silences the finding silences this as well
}
