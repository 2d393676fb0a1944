package storing

import (
	"io"
	"net/http"
)

// A session closes at its end what it has opened.
type session struct {
	open []io.Closer
	ends []func() error
}

func (s *session) end() {
	for _, c := range s.open {
		c.Close()
	}
	for _, end := range s.ends {
		end()
	}
}

func (s *session) listed(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	s.open = append(s.open, resp.Body)
	return resp, nil
}

func (s *session) listedClose(u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	s.ends = append(s.ends, resp.Body.Close)
	return resp.Body, nil
}

// Silent: the session has them.
func (s *session) use(u string) error {
	resp, err := s.listed(u)
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	r, err := s.listedClose(u)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, r)
	return err
}

// listedHere drops its list.
func (s *session) listedHere(u string) (*http.Response, error) {
	var open []io.Closer
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	open = append(open, resp.Body)
	if len(open) > 3 {
		return nil, nil
	}
	return resp, nil
}

func (s *session) useHere(u string) error {
	resp, err := s.listedHere(u) // want `response body of resp is not closed when the function returns at line 78`
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
