package http2

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
)

// all asks for each name at once.
func all(names []string, ask func(string)) {
	for _, n := range names {
		go ask(n)
	}
}

const plainBase = "http://backend.internal"

// Silent: the format begins with its first argument.
func formatted(names []string) {
	c := &http.Client{}
	all(names, func(n string) { closeBody(c.Get(fmt.Sprintf("%s/%s", base, n))) })
}

func formattedPlain(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) { closeBody(c.Get(fmt.Sprintf("%s/%s", plainBase, n))) })
}

var (
	baseVar  = "https://api.example.com/v1"
	moved    = "https://api.example.com/v1"
	pointed  = "https://api.example.com/v1"
	Exported = "https://api.example.com/v1"
)

func move(to string) { moved = to }

func point() *string { return &pointed }

// Silent: a variable that nothing else is put into.
func variable(names []string) {
	c := &http.Client{}
	all(names, func(n string) { closeBody(c.Get(baseVar + n)) })
}

func variableMoved(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) { closeBody(c.Get(moved + n)) })
}

func variablePointed(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) { closeBody(c.Get(pointed + n)) })
}

func variableExported(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) { closeBody(c.Get(Exported + n)) })
}

// Silent: a URL of https.
func urls(names []string) {
	c := &http.Client{}
	all(names, func(n string) {
		u := url.URL{Scheme: "https", Host: "api.example.com", Path: n}
		closeBody(c.Get(u.String()))
	})
}

func urlsPlain(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) {
		u := url.URL{Scheme: "http", Host: "api.example.com", Path: n}
		closeBody(c.Get(u.String()))
	})
}

func urlsOfHost(host string, names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) {
		u := url.URL{Scheme: "https", Host: host, Path: n}
		closeBody(c.Get(u.String()))
	})
}

// Silent: parsed, and given a query.
func parsed(names []string) {
	c := &http.Client{}
	all(names, func(n string) {
		u, _ := url.Parse(base + n)
		u.RawQuery = url.Values{"a": {"b"}}.Encode()
		closeBody(c.Get(u.String()))
	})
}

func newRequest(ctx context.Context, n string) (*http.Request, error) {
	if n == "" {
		return nil, errors.New("no name")
	}
	return http.NewRequestWithContext(ctx, http.MethodGet, base+n, nil)
}

func newPlainRequest(ctx context.Context, n string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, plainBase+n, nil)
}

func newRequestTo(ctx context.Context, to string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, to, nil)
}

// Silent: a function makes the request.
func requested(names []string) {
	c := &http.Client{}
	all(names, func(n string) {
		if req, err := newRequest(context.Background(), n); err == nil {
			closeBody(c.Do(req))
		}
	})
}

func requestedPlain(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) {
		if req, err := newPlainRequest(context.Background(), n); err == nil {
			closeBody(c.Do(req))
		}
	})
}

func requestedFrom(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) {
		if req, err := newRequestTo(context.Background(), n); err == nil {
			closeBody(c.Do(req))
		}
	})
}

type api struct {
	base string
	hc   *http.Client
}

// Silent: nothing else is put into the field.
func newAPI() *api { return &api{base: "https://api.example.com", hc: &http.Client{}} }

func (a *api) get(n string) { closeBody(a.hc.Get(a.base + n)) }

func ofAPI(names []string) { all(names, newAPI().get) }

type openAPI struct {
	base string
	hc   *http.Client
}

func newOpenAPI(to string) *openAPI {
	a := &openAPI{"https://api.example.com", &http.Client{}} // want "http.Client has no Transport with MaxIdleConnsPerHost"
	if to != "" {
		a.base = to
	}
	return a
}

func (a *openAPI) get(n string) { closeBody(a.hc.Get(a.base + n)) }

func ofOpenAPI(names []string) { all(names, newOpenAPI(names[0]).get) }

func endpoint(n string) string { return base + n }

func eitherEndpoint(n string) string {
	if n == "" {
		return plainBase
	}
	return base + n
}

// Silent: a function puts the address together.
func endpoints(names []string) {
	c := &http.Client{}
	all(names, func(n string) { closeBody(c.Get(endpoint(n))) })
}

func eitherEndpoints(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) { closeBody(c.Get(eitherEndpoint(n))) })
}

func recursive(n int) string {
	if n == 0 {
		return base
	}
	return recursive(n-1) + "/x"
}

// Unknown: deeper than is looked.
func recursives(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) { closeBody(c.Get(recursive(len(n)))) })
}

// Silent: one of two.
func eitherWay(names []string) {
	c := &http.Client{}
	all(names, func(n string) {
		u := base + n
		if n == "" {
			u = base
		}
		closeBody(c.Get(u))
	})
}

func oneWay(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	all(names, func(n string) {
		u := base + n
		if n == "" {
			u = plainBase
		}
		closeBody(c.Get(u))
	})
}

// Silent: all of a list.
func listed() {
	c := &http.Client{}
	for _, u := range []string{"https://a.example.com", "https://b.example.com", "https://c.example.com"} {
		go func() { closeBody(c.Get(u)) }()
	}
}

func listedPlain() {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, u := range []string{"https://a.example.com", "http://b.example.com", "https://c.example.com"} {
		go func() { closeBody(c.Get(u)) }()
	}
}

// Silent: a proxy for a host of https.
func proxied() http.Handler {
	return httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: "api.example.com"})
}

func proxiedPlain() http.Handler {
	return httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: "api.example.com"}) // want "httputil.NewSingleHostReverseProxy has no Transport"
}
