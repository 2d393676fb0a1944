package clones

import (
	"crypto/tls"
	"net/http"
)

type cloner interface{ Clone() *http.Transport }

func insecurely(c *http.Client, r *http.Request) (*http.Response, error) {
	if x, ok := http.DefaultTransport.(cloner); ok && r.URL.Scheme == "https+insecure" {
		tr := x.Clone() // want `Transport`
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
		return (&http.Client{Transport: tr}).Do(r)
	}
	return c.Do(r)
}

// newInsecure keeps what it clones.
func newInsecure(x cloner) *http.Client {
	tr := x.Clone()
	tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	return &http.Client{Transport: tr}
}
