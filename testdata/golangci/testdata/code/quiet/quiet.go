// Package quiet has findings that golangci-lint leaves out.
package quiet

import "net/http"

func all(url string) { http.Get(url) } //nolint // quiet

func plugin(url string) {
	http.Get(url) //nolint:kalint // quiet
}

func rule(url string) {
	http.Get(url) //nolint:kalint-bodyclose // quiet for that linter alone
}

func other(url string) {
	http.Get(url) //nolint:errcheck // for another linter
}

var _ = []any{all, plugin, rule, other, generated}

func ours(url string) {
	http.Get(url) //kalint:ignore bodyclose quiet by kalint's own comment
}

func asBodyclose(url string) {
	http.Get(url) //nolint:bodyclose // quiet for the linter of that name, and for kalint
}
