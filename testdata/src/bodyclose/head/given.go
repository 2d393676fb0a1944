package head

import "net/http"

// Silent: every call gives HEAD.
func reachable(method, u string) bool {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}

func Reachable(u string) bool { return reachable("HEAD", u) || reachable(http.MethodHead, u+"/") }

// Some calls give something else.
func answered(method, u string) bool {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req) // want "not closed when the function returns"
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}

func Answered(u string) bool { return answered("HEAD", u) || answered("GET", u) }

// It does not always stay what it was.
func attempt(method, u string) bool {
	if u == "" {
		method = http.MethodGet
	}
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req) // want "not closed when the function returns"
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}

func Tried(u string) bool { return attempt("HEAD", u) }

// Others may give something else.
func Given(method, u string) bool {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req) // want "not closed when the function returns"
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}

func GivenHead(u string) bool { return Given("HEAD", u) }

// A prober sends requests of one method.
type prober struct{ client *http.Client }

// Silent: the same for a method of a type, and for a request that is literal.
func (p *prober) probe(u, method string) int {
	req := &http.Request{Method: method}
	resp, err := p.client.Do(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func (p *prober) Probe(u string) int { return p.probe(u, "HEAD") }

// A verb is a method by itself.
type verb string

func (v verb) status(url string) (int, error) {
	req, err := http.NewRequest(string(v), url, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func statusByVerb(url string) (int, error) { return verb("HEAD").status(url) }

// Defaulted sends a request of the method that it is given, if there is one.
func Defaulted(method, url string) (*http.Response, error) {
	if method == "" {
		method = http.MethodGet
	}
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Silent: that is HEAD.
func silentDefaulted(url string) (int, error) {
	resp, err := Defaulted(http.MethodHead, url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func reportedDefaulted(url string) (int, error) {
	resp, err := Defaulted("", url) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func reportedGiven(url string) (int, error) {
	resp, err := Defaulted(http.MethodDelete, url) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
