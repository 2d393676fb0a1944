package paths

import (
	"encoding/json"
	"io"
	"net/http"
)

// An API calls a server.
type API struct{ hc *http.Client }

// Silent: all callers give a result.
func (a *API) do(req *http.Request, result any) error {
	resp, err := a.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if result == nil {
		return nil
	}
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, result)
}

// Zones asks for the zones.
func (a *API) Zones(req *http.Request) (zones []string, err error) {
	err = a.do(req, &zones)
	return zones, err
}

// Record asks for a record.
func (a *API) Record(req *http.Request) (string, error) {
	result := new(string)
	err := a.post(req, result)
	return *result, err
}

// post passes on what it is given.
func (a *API) post(req *http.Request, result any) error {
	req.Method = http.MethodPost
	return a.do(req, result)
}

func (a *API) doSome(req *http.Request, result any) error {
	resp, err := a.hc.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if result != nil {
		return json.NewDecoder(resp.Body).Decode(result)
	}
	return nil
}

// Update asks for nothing back.
func (a *API) Update(req *http.Request) error { return a.doSome(req, nil) }

// Updated asks for something back.
func (a *API) Updated(req *http.Request) (s string, err error) { return s, a.doSome(req, &s) }

func (a *API) doMost(req *http.Request, result any) error {
	resp, err := a.hc.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if result == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(result)
}

// send may reset what it passes on.
func (a *API) send(req *http.Request, result any) error {
	if req.Method == http.MethodDelete {
		result = nil
	}
	return a.doMost(req, result)
}

// Send asks for something back, mostly.
func (a *API) Send(req *http.Request) (s string, err error) { return s, a.send(req, &s) }

func (a *API) doPointer(req *http.Request, result *string) error {
	resp, err := a.hc.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if result == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(result)
}

// Into asks for what the caller likes.
func (a *API) Into(req *http.Request, result *string) error { return a.doPointer(req, result) }

// Silent: so do all callers of this one.
func (a *API) doAddress(req *http.Request, result *string) error {
	resp, err := a.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if result == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(result)
}

// Name asks for the name.
func (a *API) Name(req *http.Request) (name string, err error) { return name, a.doAddress(req, &name) }

func (a *API) doValue(req *http.Request, result any) error {
	resp, err := a.hc.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if result == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(result)
}

// Sender is a value that anybody may call.
func (a *API) Sender(req *http.Request) func(*http.Request, any) error {
	var s string
	_ = a.doValue(req, &s)
	return a.doValue
}

type doer interface {
	doBehind(req *http.Request, result any) error
}

func (a *API) doBehind(req *http.Request, result any) error {
	resp, err := a.hc.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if result == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(result)
}

// Behind calls it by the interface as well.
func Behind(a *API, d doer, req *http.Request) error {
	var s string
	if err := a.doBehind(req, &s); err != nil {
		return err
	}
	return d.doBehind(req, nil)
}
