package proxy

import "net/http"

// Silent: the client closes the body of the request, also where that fails.
func sentOnInLiteral(from, to string) error {
	resp, err := http.Get(from)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPut, to, nil)
	if err != nil {
		resp.Body.Close()
		return err
	}
	answer, err := http.DefaultClient.Do(&http.Request{Method: req.Method, URL: req.URL, Body: resp.Body})
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func sentOnInVariable(from string, to http.Request) error {
	resp, err := http.Get(from)
	if err != nil {
		return err
	}
	to.Body = resp.Body
	answer, err := http.DefaultTransport.(*http.Transport).RoundTrip(&to)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

// Reported: the request is not sent.
func notSentOn(from string) (string, error) {
	resp, err := http.Get(from) // want `response body of resp is not closed`
	if err != nil {
		return "", err
	}
	req := &http.Request{Method: http.MethodPut, Body: resp.Body}
	return req.Method, nil
}
