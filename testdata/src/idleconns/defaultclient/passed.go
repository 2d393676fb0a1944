package defaultclient

import (
	"net/http"

	"golang.org/x/sync/errgroup"
)

// registry falls back on DefaultClient.
type registry struct {
	Client  *http.Client
	streams int
}

func (r *registry) client() *http.Client {
	if r.Client != nil {
		return r.Client
	}
	return http.DefaultClient
}

// send sends through a copy of the client where it has to change it.
func send(c *http.Client, req *http.Request, redirect func(*http.Request, []*http.Request) error) error {
	if redirect != nil {
		cc := *c
		cc.CheckRedirect = redirect
		c = &cc
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (r *registry) pull(reqs []*http.Request) error {
	var g errgroup.Group
	g.SetLimit(r.streams)
	for _, req := range reqs {
		g.Go(func() error {
			return send(r.client(), req, nil) // want "http.DefaultClient keeps only two idle connections per host.*line 40"
		})
	}
	return g.Wait()
}

// Silent: what is copied keeps more.
func copiesTuned(reqs []*http.Request) {
	base := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
	for _, req := range reqs {
		go func() {
			c := *base
			c.Jar = nil
			_ = send(&c, req, nil)
		}()
	}
}

// Silent: the copy gets a Transport that keeps more.
func copyTuned(base *http.Client, reqs []*http.Request) {
	plain := &http.Client{}
	c := *plain
	c.Transport = &http.Transport{MaxIdleConnsPerHost: 10}
	for _, req := range reqs {
		go func() { _ = send(&c, req, nil) }()
	}
}

func copiesUntuned(reqs []*http.Request) {
	base := &http.Client{} // want "base has no Transport with MaxIdleConnsPerHost"
	c := *base
	c.Jar = nil
	for _, req := range reqs {
		go func() { _ = send(&c, req, nil) }()
	}
}

// remember takes anything.
func remember(any) {}

func givenToAny(urls []string) {
	remember(http.DefaultClient)
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil { // want "http.Get keeps only two idle connections per host"
				resp.Body.Close()
			}
		}()
	}
}
