package closes

import (
	"errors"
	"net/http"
)

// retrying closes the idle connections only when it gives up.
type retrying struct{ client *http.Client }

func newRetrying() *retrying {
	return &retrying{&http.Client{Transport: &http.Transport{}}} // want "http.Transport is built anew for each call of newRetrying"
}

func (r *retrying) do(req *http.Request) (*http.Response, error) {
	var last error
	for range 4 {
		resp, err := r.client.Do(req)
		if err == nil {
			return resp, nil
		}
		last = err
	}
	defer r.client.CloseIdleConnections()
	return nil, last
}

func retried(u string) error {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return err
	}
	return read(newRetrying().do(req))
}

// Silent: what fails has no connection to close.
func afterSuccess(u string) error {
	tr := &http.Transport{}
	client := &http.Client{Transport: tr}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	err = read(resp, nil)
	tr.CloseIdleConnections()
	return err
}

// Silent: a success and a failure close.
func onBoth(u string) error {
	tr := &http.Transport{}
	client := &http.Client{Transport: tr}
	resp, err := client.Get(u)
	if err != nil {
		tr.CloseIdleConnections()
		return errors.New("no answer")
	}
	defer tr.CloseIdleConnections()
	if err := read(resp, nil); err != nil {
		return err
	}
	return nil
}

// Silent: it is deferred before.
func deferredBefore(u string) error {
	tr := &http.Transport{}
	client := &http.Client{Transport: tr}
	defer client.CloseIdleConnections()
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	if err := read(resp, nil); err != nil {
		return err
	}
	return nil
}
