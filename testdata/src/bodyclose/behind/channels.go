package behind

import (
	"context"
	"io"
	"net/http"
)

// Here all that have an interface close what they hand over, which they got from a goroutine.

type answer struct {
	resp *http.Response
	err  error
}

type asker interface {
	ask(ctx context.Context, req *http.Request) (*http.Response, []byte, error)
}

type simple struct{ rt http.RoundTripper }

func (s simple) ask(ctx context.Context, req *http.Request) (*http.Response, []byte, error) {
	ch := make(chan answer, 1)
	go func() {
		resp, err := s.rt.RoundTrip(req)
		ch <- answer{resp, err}
	}()
	var resp *http.Response
	var err error
	select {
	case a := <-ch:
		resp, err = a.resp, a.err
	case <-ctx.Done():
		a := <-ch
		resp, err = a.resp, ctx.Err()
	}
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	if err != nil {
		return nil, nil, err
	}
	body, err := io.ReadAll(resp.Body)
	return resp, body, err
}

type following struct{ next asker }

// Silent: so does the next one.
func (f following) ask(ctx context.Context, req *http.Request) (*http.Response, []byte, error) {
	for {
		resp, body, err := f.next.ask(ctx, req)
		if err != nil {
			return nil, nil, err
		}
		if resp.StatusCode/100 == 3 {
			continue
		}
		return resp, body, nil
	}
}

// Silent: it is closed.
func statusOfAnswer(a asker, req *http.Request) (int, error) {
	resp, _, err := a.ask(context.Background(), req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What only hands on does not tell whether the first one closes.
type relay interface {
	relay(req *http.Request) (*http.Response, error)
}

type logged struct{ next relay }

func (l logged) relay(req *http.Request) (*http.Response, error) {
	println(req.Method)
	return l.next.relay(req)
}

func statusOfRelay(r relay, req *http.Request) (int, error) {
	resp, err := r.relay(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type caller interface {
	call(req *http.Request) (*http.Response, []byte, error)
}

type called struct{ s simple }

func (c called) call(req *http.Request) (*http.Response, []byte, error) {
	return c.s.ask(req.Context(), req)
}

// Silent: what hands it on got it closed.
func statusOfCall(c caller, req *http.Request) (int, error) {
	resp, _, err := c.call(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type opener interface {
	open(req *http.Request) (*http.Response, error)
}

type opening struct{ rt http.RoundTripper }

func (o opening) open(req *http.Request) (*http.Response, error) {
	ch := make(chan answer, 1)
	go func() {
		resp, err := o.rt.RoundTrip(req)
		ch <- answer{resp, err}
	}()
	a := <-ch
	return a.resp, a.err
}

// Nothing closes what came from the goroutine.
func statusOfOpen(o opener, req *http.Request) (int, error) {
	resp, err := o.open(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
