// Package libraries uses clients of libraries that set MaxIdleConnsPerHost themselves.
package libraries

import (
	"io"
	"net/http"

	"github.com/hashicorp/go-cleanhttp"
)

func get(c *http.Client, u string) {
	resp, err := c.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func getAll(c *http.Client, urls []string) {
	for _, u := range urls {
		go get(c, u)
	}
}

// Silent: the pooled client keeps one more than there are processors.
func pooledClient(urls []string) {
	getAll(cleanhttp.DefaultPooledClient(), urls)
}

// Silent: so does the pooled Transport.
func pooledTransport(urls []string) {
	getAll(&http.Client{Transport: cleanhttp.DefaultPooledTransport()}, urls)
}

// Silent: this client keeps no connection, on purpose.
func unpooledClient(urls []string) {
	getAll(cleanhttp.DefaultClient(), urls)
}

// Silent: nor does this Transport.
func unpooledTransport(urls []string) {
	tr := cleanhttp.DefaultTransport()
	tr.IdleConnTimeout = 0
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: the pooled client in a handler.
func pooledInHandler(w http.ResponseWriter, r *http.Request) {
	get(cleanhttp.DefaultPooledClient(), "http://backend.internal")
}

// Silent: one after the other.
func ownInOrder(urls []string) {
	c := &http.Client{}
	for _, u := range urls {
		get(c, u)
	}
}

func ownAtOnce(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost.*line 22"
	getAll(c, urls)
}

func replacesPooled(urls []string) {
	c := cleanhttp.DefaultPooledClient()
	c.Transport = &http.Transport{} // want "MaxIdleConnsPerHost of c.Transport is not set.*line 22"
	getAll(c, urls)
}
