// Package renewed keeps its Transport where the next call does not find it.
package renewed

import (
	"io"
	"net/http"
	"time"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

type prober struct {
	client *http.Client
	tr     *http.Transport
	kept   *http.Client
	shown  *http.Client
	inner  *http.Client
	Public *http.Client
	*http.Client
}

func NewProber() *prober { return &prober{} }

// Each call puts another client into the field, and no other function reads what was there.
func (p *prober) SetsField(u string) error {
	p.client = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}} // want `http.Transport is built anew for each call of prober.SetsField, for the request at line \d+: build it once and share it, or close its idle connections`
	return read(p.client.Get(u))
}

// The same for a transport.
func (p *prober) SetsTransport(u string) error {
	p.tr = &http.Transport{} // want `http.Transport is built anew for each call of prober.SetsTransport`
	p.tr.MaxIdleConns = 10
	c := &http.Client{Transport: p.tr}
	return read(c.Get(u))
}

// Silent: another method uses the client that a Login has made.
func (p *prober) Login(u string) error {
	p.kept = &http.Client{Transport: &http.Transport{}}
	return read(p.kept.Get(u))
}

func (p *prober) Get(u string) error { return read(p.kept.Get(u)) }

// Silent: the next call may find it.
func (p *prober) SetsSometimes(u string, fresh bool) error {
	if fresh {
		p.shown = &http.Client{Transport: &http.Transport{}}
	}
	return read(p.shown.Get(u))
}

// Silent: the literal may run when the call is over.
func (p *prober) SetsForLiteral(u string) (func() error, error) {
	p.inner = &http.Client{Transport: &http.Transport{}}
	return func() error { return read(p.inner.Get(u)) }, read(p.inner.Get(u))
}

// Silent: other packages may read the field.
func (p *prober) SetsPublic(u string) error {
	p.Public = &http.Client{Transport: &http.Transport{}}
	return read(p.Public.Get(u))
}

// Silent: whoever calls a method of the client that is embedded does not name the field.
func (p *prober) SetsEmbedded(u string) error {
	p.Client = &http.Client{Transport: &http.Transport{}}
	return read(p.Client.Get(u))
}

type byValue struct {
	client *http.Client
	given  *http.Client
}

func NewByValue() byValue { return byValue{} }

// The method is called on a copy, which is gone with the call: the field is missing each time.
func (v byValue) lazily() *http.Client {
	if v.client == nil {
		v.client = &http.Client{Transport: &http.Transport{}} // want `http.Transport is built anew for each call of byValue.lazily`
	}
	return v.client
}

func (v byValue) Get(u string) error { return read(v.lazily().Get(u)) }

// Silent: the copy is what it returns.
func (v byValue) with() byValue {
	v.given = &http.Client{Transport: &http.Transport{}}
	return v
}

func (v byValue) getGiven(u string) error { return read(v.given.Get(u)) }

func UseWith(us []string) {
	v := byValue{}.with()
	for _, u := range us {
		v.getGiven(u)
	}
}
