// Package linedirective says that it was made from other files. Lines are those of this one.
package linedirective

import "net/http"

func f(url string) {
//line other.y:100
	http.Get(url) //kalint:ignore bodyclose the process ends
//line other.y:200
	//kalint:ignore bodyclose the process ends
	http.Get(url)
//line other.y:300

	//nolint:bodyclose
	http.Get(url)
//line other.y:400

	//lint:ignore bodyclose closed by the pool
	http.Get(url)
//line linedirective.go:21
	http.Get(url) // want `is not closed`
}
