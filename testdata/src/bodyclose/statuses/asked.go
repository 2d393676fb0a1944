package statuses

import (
	"context"
	"errors"
	"net/http"
	"slices"
)

// A service hands out what has a status that was asked for, and closes the rest.
type service struct{ hc *http.Client }

func (s *service) one(req *http.Request, want int) (*http.Response, error) {
	resp, err := s.hc.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != want {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

// Silent: a 204 has no body.
func (s *service) silentOne(req *http.Request) (string, error) {
	resp, err := s.one(req, http.StatusNoContent)
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Range"), nil
}

func (s *service) oneWithBody(req *http.Request) (string, error) {
	resp, err := s.one(req, http.StatusOK) // want "response body of resp is not closed when the function returns at line 39"
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Range"), nil
}

func (s *service) oneUnknown(req *http.Request, want int) (string, error) {
	resp, err := s.one(req, want) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Range"), nil
}

// through asks for one in its turn.
func (s *service) through(ctx context.Context, req *http.Request, want int) (*http.Response, error) {
	return s.one(req.WithContext(ctx), want)
}

// Silent: the same.
func (s *service) silentThrough(ctx context.Context, req *http.Request) error {
	_, err := s.through(ctx, req, http.StatusNotModified)
	return err
}

func (s *service) throughWithBody(ctx context.Context, req *http.Request) error {
	_, err := s.through(ctx, req, http.StatusAccepted) // want "the response is discarded"
	return err
}

func (s *service) any(req *http.Request, ok ...int) (*http.Response, error) {
	resp, err := s.hc.Do(req)
	if err != nil {
		return nil, err
	}
	if slices.Contains(ok, resp.StatusCode) {
		return resp, nil
	}
	resp.Body.Close()
	return nil, errors.New(resp.Status)
}

// Silent: the only one that is asked for.
func (s *service) silentAny(req *http.Request) error {
	_, err := s.any(req, http.StatusNoContent)
	return err
}

// Silent: neither has a body.
func (s *service) silentEither(req *http.Request) error {
	_, err := s.any(req, http.StatusNoContent, http.StatusNotModified)
	return err
}

func (s *service) oneOfThemHasABody(req *http.Request) error {
	_, err := s.any(req, http.StatusNoContent, http.StatusOK) // want "the response is discarded"
	return err
}

func (s *service) anyUnknown(req *http.Request, ok []int) error {
	_, err := s.any(req, ok...) // want "the response is discarded"
	return err
}

func (s *service) oneIsUnknown(req *http.Request, ok int) error {
	_, err := s.any(req, http.StatusNoContent, ok) // want "the response is discarded"
	return err
}

func (s *service) anyThrough(req *http.Request, ok ...int) (*http.Response, error) {
	return s.any(req, ok...)
}

// Silent: the same.
func (s *service) silentAnyThrough(req *http.Request) error {
	_, err := s.anyThrough(req, http.StatusNoContent)
	return err
}

func (s *service) anyThroughWithBody(req *http.Request) error {
	_, err := s.anyThrough(req, http.StatusCreated) // want "the response is discarded"
	return err
}

// loops looks through the list itself.
func (s *service) loops(req *http.Request, ok ...int) (*http.Response, error) {
	resp, err := s.hc.Do(req)
	if err != nil {
		return nil, err
	}
	found := false
	for _, code := range ok {
		if resp.StatusCode == code {
			found = true
			break
		}
	}
	if !found {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

// Silent: a 204 has no body.
func (s *service) silentLoops(req *http.Request) error {
	_, err := s.loops(req, http.StatusNoContent)
	return err
}

func (s *service) loopsWithBody(req *http.Request) error {
	_, err := s.loops(req, http.StatusOK) // want "the response is discarded"
	return err
}

// A demand is what options say.
type demand struct {
	Path string
	OK   []int
	Code int
}

func (s *service) meets(req *http.Request, d *demand) (*http.Response, error) {
	resp, err := s.hc.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != d.Code {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

// Silent: the option says 204.
func (s *service) silentMeets(req *http.Request) error {
	_, err := s.meets(req, &demand{Code: 204})
	return err
}

func (s *service) meetsWithBody(req *http.Request) error {
	_, err := s.meets(req, &demand{Code: 200}) // want "the response is discarded"
	return err
}

func (s *service) meetsAny(req *http.Request, d demand) (*http.Response, error) {
	resp, err := s.hc.Do(req)
	if err != nil {
		return nil, err
	}
	for _, code := range d.OK {
		if resp.StatusCode == code {
			return resp, nil
		}
	}
	resp.Body.Close()
	return nil, errors.New(resp.Status)
}

// Silent: the option lists a 204 only.
func (s *service) silentMeetsAny(req *http.Request) error {
	_, err := s.meetsAny(req, demand{OK: []int{204}})
	return err
}

func (s *service) meetsAnyWithBody(req *http.Request) error {
	_, err := s.meetsAny(req, demand{OK: []int{204, 206}}) // want "the response is discarded"
	return err
}

// must returns an error unless the response has one of the statuses; it closes nothing.
func must(resp *http.Response, ok ...int) error {
	if !slices.Contains(ok, resp.StatusCode) {
		return errors.New(resp.Status)
	}
	return nil
}

// Silent: what is left open has no body.
func silentMust(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if err := must(resp, http.StatusNoContent); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

func mustWithBody(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 236"
	if err != nil {
		return err
	}
	if err := must(resp, http.StatusNoContent, http.StatusOK); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

// Silent: the list stands here.
func silentList(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if slices.Contains([]int{http.StatusNoContent, http.StatusNotModified}, resp.StatusCode) {
		return nil
	}
	return resp.Body.Close()
}

func listWithBody(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 257"
	if err != nil {
		return err
	}
	if slices.Contains([]int{http.StatusNoContent, http.StatusOK}, resp.StatusCode) {
		return nil
	}
	return resp.Body.Close()
}
