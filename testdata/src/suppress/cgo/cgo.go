// Package cgo is given to cgo before anybody sees it.
package cgo

/*
static int one(int x) { return x; }
*/
import "C"

import "net/http"

func f(url string) {
	http.Get(url)                     // want `is not closed`
	http.Get(url)                     //kalint:ignore bodyclose the process ends
	one(http.Get(url))(C.one(C.int(1))) //kalint:ignore bodyclose the process ends
	one(http.Get(url))(C.one(C.int(1))) // want `is not closed`
	//kalint:ignore bodyclose the process ends
	_, _ = C.one(2), first(http.Get(url))
	_, _ = C.one(
		C.int(1),
	), first(
		//kalint:ignore bodyclose the process ends
		http.Get(url),
	)
	//nolint:bodyclose
	_, _ = C.one(2), first(http.Get(url))
	//lint:ignore bodyclose closed by the pool
	http.Get(url)
	C.one(3) //kalint:ignore bodyclose nothing here // want `silences nothing`
}

func first(r *http.Response, _ error) string { return r.Status }

func one(r *http.Response, _ error) func(C.int) { return func(C.int) { _ = r.Status } }
