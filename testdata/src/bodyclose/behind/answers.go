package behind

import (
	"net/http"

	"bodyclose/behind/getters"
)

// Silent: the same for an interface of another package.
func answered(a getters.Answer) bool { return a.HTTPResponse().StatusCode < 300 }

// A puller's only type in view sends.
type puller interface {
	pull() *http.Response
}

type straight struct{ url string }

func (d straight) pull() *http.Response {
	resp, err := http.Get(d.url)
	if err != nil {
		return nil
	}
	return resp
}

func pulled(f puller) int {
	resp := f.pull() // want "response body of resp is not closed when the function returns at line 32"
	if resp == nil {
		return 0
	}
	return resp.StatusCode
}
