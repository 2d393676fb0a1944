// Package settled has goroutines share what is made as options say, which the calls leave out or give as constants.
package settled

import (
	"crypto/tls"
	"net/http"

	"idleconns/settled/conf"
)

type fake struct{}

func (fake) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}, nil
}

// Silent: TLS is left out, so what it has is the fake.
func faked(urls []string) {
	c := conf.New(conf.Config{Transport: fake{}})
	for _, u := range urls {
		go send(c, u)
	}
}

func secured(urls []string) {
	c := conf.New(conf.Config{TLS: &tls.Config{}}) // want "MaxIdleConnsPerHost of c is not set"
	for _, u := range urls {
		go send(c, u)
	}
}

func send(c *conf.Client, u string) {
	req, _ := http.NewRequest(http.MethodGet, u, nil)
	if resp, err := c.Send(req); err == nil {
		_ = resp.Body.Close()
	}
}

// Silent: everybody's is set up.
func shared(urls []string) {
	c := conf.Shared(false)
	for _, u := range urls {
		go get(c, u)
	}
}

func own(urls []string) {
	c := conf.Shared(true) // want "MaxIdleConnsPerHost of c is not set"
	for _, u := range urls {
		go get(c, u)
	}
}

func get(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		_ = resp.Body.Close()
	}
}
