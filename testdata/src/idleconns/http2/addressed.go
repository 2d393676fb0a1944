package http2

import (
	"context"
	"fmt"
	"net/http"
)

// Silent: all callers spell the address as one of https.
func archives(names []string) {
	c := &http.Client{}
	for _, n := range names {
		go download(c, "https://api.example.com/archives/"+n)
	}
}

func download(c *http.Client, address string) { closeBody(c.Get(address)) }

func plainArchives(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, n := range names {
		go download(c, "http://backend.internal/archives/"+n)
	}
}

func archivesFrom(host string, names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, n := range names {
		go download(c, fmt.Sprintf("https://%s/%s", host, n))
	}
}

const base = "https://api.example.com"

type options struct{ base, name string }

// Silent: the same, two calls and a request further, in a field and with more at the end.
func further(names []string) {
	c := &http.Client{}
	for _, n := range names {
		go list(c, options{base: base, name: n})
	}
}

func plainFurther(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, n := range names {
		go list(c, options{base: "http://backend.internal", name: n})
	}
}

func list(c *http.Client, o options) { ask(context.Background(), c, o.base+"/lists/"+o.name) }

func ask(ctx context.Context, c *http.Client, address string) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"?page=1", nil)
	if err == nil {
		closeBody(c.Do(req))
	}
}

// Unknown: the address comes from elsewhere.
func fromElsewhere(addresses []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, a := range addresses {
		go download(c, a)
	}
}

// What is done before decides: the address is another by then.
func replaced(c *http.Client, address string) {
	address = "http://backend.internal/" + address
	closeBody(c.Get(address))
}

func replaces(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for range names {
		go replaced(c, "https://api.example.com/")
	}
}
