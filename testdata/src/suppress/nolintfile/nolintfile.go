//nolint:bodyclose
package nolintfile

import "net/http"

func f(url string) {
	http.Get(url)
}
