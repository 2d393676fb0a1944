//nolint:bodyclose

// Package nolintfile has a comment at its file's beginning that is for nothing: it is not right above the package clause.
package nolintfile

import "net/http"

func h(url string) {
	http.Get(url) // want `is not closed`
}
