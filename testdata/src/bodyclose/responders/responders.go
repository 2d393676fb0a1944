// Package responders hands responses to chains of steps, which may close them.
package responders

import (
	"net/http"

	"bodyclose/responders/chain"
)

// An item keeps its response.
type item struct {
	*http.Response
	Name string
}

type client struct{ hc *http.Client }

func (c client) respond(resp *http.Response) (it item, err error) {
	err = chain.Run(resp, chain.Into(&it), chain.Closing())
	it.Response = resp
	return
}

// get hands out what the chain has closed.
func (c client) get(req *http.Request) (it item, err error) {
	resp, err := c.hc.Do(req)
	if err != nil {
		it.Response = resp
		return
	}
	return c.respond(resp)
}

func silentName(c client, req *http.Request) (string, error) {
	it, err := c.get(req)
	if err != nil {
		return "", err
	}
	return it.Name, nil
}

func (c client) respondOpen(resp *http.Response) (it item, err error) {
	err = chain.Run(resp, chain.Into(&it))
	it.Response = resp
	return
}

// getOpen hands out what nothing in the chain closes.
func (c client) getOpen(req *http.Request) (it item, err error) {
	resp, err := c.hc.Do(req)
	if err != nil {
		return
	}
	return c.respondOpen(resp)
}

func name(c client, req *http.Request) (string, error) {
	it, err := c.getOpen(req) // want "response body of it is not closed when the function returns at line 62"
	if err != nil {
		return "", err
	}
	return it.Name, nil
}

// finishing closes, and is of this package.
func finishing() chain.Wrap {
	return func(s chain.Step) chain.Step {
		return chain.StepFunc(func(resp *http.Response) error {
			defer resp.Body.Close()
			return s.Take(resp)
		})
	}
}

// counting leaves the response alone.
func counting(n *int) chain.Wrap {
	return func(s chain.Step) chain.Step {
		return chain.StepFunc(func(resp *http.Response) error {
			*n++
			return s.Take(resp)
		})
	}
}

func finished(hc *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := hc.Do(req)
	if err != nil {
		return nil, err
	}
	end := finishing()
	err = chain.Run(resp, end)
	return resp, err
}

func counted(hc *http.Client, req *http.Request, n *int) (*http.Response, error) {
	resp, err := hc.Do(req)
	if err != nil {
		return nil, err
	}
	err = chain.Run(resp, counting(n))
	return resp, err
}

func silentStatus(hc *http.Client, req *http.Request) (int, error) {
	resp, err := finished(hc, req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func status(hc *http.Client, req *http.Request, n *int) (int, error) {
	resp, err := counted(hc, req, n) // want "response body of resp is not closed when the function returns at line 117"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A runner is any that runs steps.
type runner interface {
	Run(resp *http.Response, wraps ...chain.Wrap) error
}

func ran(hc *http.Client, r runner, req *http.Request) (*http.Response, error) {
	resp, err := hc.Do(req)
	if err != nil {
		return nil, err
	}
	return resp, r.Run(resp, finishing())
}

func silentRan(hc *http.Client, r runner, req *http.Request) error {
	_, err := ran(hc, r, req)
	return err
}
