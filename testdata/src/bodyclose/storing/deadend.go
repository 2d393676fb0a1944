package storing

import (
	"fmt"
	"io"
	"net/http"
)

// Of what is in a statusError's response, only the status and the URL are ever looked at.
type statusError struct{ answer *http.Response }

func (e *statusError) Error() string {
	if e.answer == nil {
		return "no answer"
	}
	return fmt.Sprint(e.answer.StatusCode, " from ", e.answer.Request.URL)
}

// Of a bodyError's, the body is read.
type bodyError struct{ answer *http.Response }

func (e *bodyError) Error() string {
	defer e.answer.Body.Close()
	b, _ := io.ReadAll(e.answer.Body)
	return string(b)
}

// A sharedError hands its response out.
type sharedError struct{ answer *http.Response }

func (e *sharedError) Error() string            { return e.answer.Status }
func (e *sharedError) Response() *http.Response { return e.answer }

// An OpenError's response is anybody's.
type OpenError struct{ Answer *http.Response }

func (e *OpenError) Error() string { return e.Answer.Status }

func expect(resp *http.Response, code int) error {
	if resp.StatusCode == code {
		return nil
	}
	return &statusError{answer: resp}
}

func inStatusError(u string) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 52`
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return &statusError{resp}
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func inHelpersError(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 65`
	if err != nil {
		return nil, err
	}
	if err := expect(resp, 200); err != nil {
		return nil, err
	}
	return resp, nil
}

func onceClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := expect(resp, 200); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func inBodyError(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return &bodyError{resp}
	}
	return resp.Body.Close()
}

func inSharedError(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return &sharedError{resp}
	}
	return resp.Body.Close()
}

func inOpenError(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return &OpenError{resp}
	}
	return resp.Body.Close()
}

// A watcher is the owner of its last response, even though it asks it for a header only.
type watcher struct{ last *http.Response }

func (w *watcher) version() string { return w.last.Header.Get("ETag") }

func (w *watcher) poll(u string) (err error) {
	w.last, err = http.Get(u)
	return err
}

// A plainError's methods are those of the value.
type plainError struct {
	answer *http.Response
	text   string
}

func (e plainError) Error() string { return e.answer.Status + e.text }

func inPlainError(u string) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 140`
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return plainError{resp, u}
	}
	return resp.Body.Close()
}
