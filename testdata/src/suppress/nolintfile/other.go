//nolint:errcheck
package nolintfile

import "net/http"

func g(url string) {
	http.Get(url) // want `is not closed`
}
