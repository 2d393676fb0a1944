package behind

import (
	"errors"
	"io"
	"net/http"
	"strings"
)

// Whatever has the interface closes the body, or hands out a response that has none with its error.
type reporter interface {
	report(lines string) (*http.Response, error)
}

type lineReporter struct {
	client *http.Client
	url    string
}

func (r *lineReporter) report(lines string) (*http.Response, error) {
	req, err := http.NewRequest("POST", r.url, strings.NewReader(lines))
	if err != nil {
		return &http.Response{}, err
	}
	return r.execute(req)
}

func (r *lineReporter) execute(req *http.Request) (*http.Response, error) {
	resp, err := r.client.Do(req)
	if err != nil {
		return resp, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp, err
}

// Silent.
func reported(r reporter, lines []string) error {
	resp, err := r.report(strings.Join(lines, ""))
	if err != nil {
		return err
	}
	if resp.StatusCode > 399 {
		return errors.New(resp.Status)
	}
	return nil
}

type lineSending interface {
	sendLines(lines string) (*http.Response, error)
}

type lineSender struct {
	client *http.Client
	url    string
}

func (r *lineSender) sendLines(lines string) (*http.Response, error) {
	req, err := http.NewRequest("POST", r.url, strings.NewReader(lines))
	if err != nil {
		return &http.Response{}, err
	}
	return r.client.Do(req)
}

func sent(r lineSending, lines []string) error {
	resp, err := r.sendLines(strings.Join(lines, "")) // want `response body of resp is not closed when the function returns at line 73`
	if err != nil {
		return err
	}
	if resp.StatusCode > 399 {
		return errors.New(resp.Status)
	}
	return nil
}
