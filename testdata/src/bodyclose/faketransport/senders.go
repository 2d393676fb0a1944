package faketransport

import (
	"net/http"

	"bodyclose/faketransport/lib"
)

// An api sends through what it was given.
type api struct {
	Sender lib.Sender
	Agent  string
	client *http.Client
}

func (a *api) Do(req *http.Request) (*http.Response, error) {
	req.Header.Set("User-Agent", a.Agent)
	return a.Sender.Do(req)
}

func sendWith(s lib.Sender, req *http.Request) (*http.Response, error) { return s.Do(req) }

// Silent: the sender of another package answers by itself.
func sendsThroughMock(req *http.Request) { sendWith(lib.NewMock(), req) }

func sendsThroughRelay(req *http.Request) {
	sendWith(lib.NewRelay(), req) // want "response body of sendWith is not closed: the response is discarded"
}

// Silent: so does the one in a field.
func mockInField(req *http.Request) {
	a := api{Agent: "a"}
	m := lib.NewMock()
	a.Sender = m
	a.Do(req)
}

func relayInField(req *http.Request) {
	a := api{Agent: "a"}
	r := lib.NewRelay()
	a.Sender = r
	a.Do(req) // want "response body of a.Do is not closed: the response is discarded"
}

type option func(*api)

func withClient(c *http.Client) option { return func(a *api) { a.client = c } }
func withAgent(name string) option     { return func(a *api) { a.Agent = name } }

func withAnswers(f func(*http.Request) (*http.Response, error)) option {
	return withClient(&http.Client{Transport: roundTripFunc(f)})
}

func newAPI(opts ...option) (*api, error) {
	a := &api{client: http.DefaultClient}
	for _, o := range opts {
		o(a)
	}
	return a, nil
}

func (a *api) get(u string) (*http.Response, error) { return a.client.Get(u) }

// Silent: an option brings the answers.
func answersByOption(u string) {
	a, err := newAPI(withAgent("a"), withAnswers(func(*http.Request) (*http.Response, error) { return nil, errDown }))
	if err != nil {
		return
	}
	a.get(u)
}

// Silent: the same, through the object's own client.
func clientOfObject(u string) {
	a, err := newAPI(withAnswers(func(*http.Request) (*http.Response, error) { return nil, errDown }))
	if err != nil {
		return
	}
	a.client.Get(u)
}

func noAnswersByOption(u string) {
	a, err := newAPI(withAgent("a"), withClient(http.DefaultClient))
	if err != nil {
		return
	}
	a.get(u) // want "response body of a.get is not closed: the response is discarded"
}

func otherField(u string) {
	both := struct{ fake, real *http.Client }{fake: lib.ForHandler(nil), real: http.DefaultClient}
	both.real.Get(u) // want "response body of both.real.Get is not closed: the response is discarded"
}

type retrying struct {
	client  *http.Client
	onError func(*http.Response, error) (*http.Response, error)
}

func (r *retrying) get(u string) (*http.Response, error) {
	resp, err := r.client.Get(u)
	if err != nil {
		return r.onError(resp, err)
	}
	return resp, nil
}

func passesOn(u string) {
	r := &retrying{client: http.DefaultClient, onError: lib.Pass}
	r.get(u) // want "response body of r.get is not closed: the response is discarded"
}
