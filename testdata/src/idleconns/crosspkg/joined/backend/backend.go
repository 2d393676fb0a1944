// Package backend makes clients that others use. Nothing is reported here: no goroutine is in view.
package backend

import (
	"io"
	"net/http"
	"time"
)

// A Service asks some other server.
type Service struct{ hc *http.Client }

// New makes a Service that keeps two.
func New() *Service { return &Service{&http.Client{Timeout: time.Second}} }

// NewTuned makes a Service that keeps many.
func NewTuned() *Service {
	return &Service{&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}}
}

// Send sends one request.
func (s *Service) Send(url string) error {
	resp, err := s.hc.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
