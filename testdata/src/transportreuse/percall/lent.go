package percall

import (
	"flag"
	"net/http"
)

// A session has a client that one command sets up and others use.
type session struct{ client *http.Client }

func (s *session) open() { s.client = &http.Client{Transport: &http.Transport{}} }

// Silent: package flag calls the functions, each when it comes to its flag.
func commands(url string) {
	s := &session{}
	flag.BoolFunc("open", "", func(string) error {
		s.open()
		return nil
	})
	flag.BoolFunc("get", "", func(string) error {
		_, err := read(s.client, url)
		return err
	})
}

// It is built and used in one call, whoever makes that.
func command(url string) {
	flag.BoolFunc("get", "", func(string) error {
		t := &http.Transport{} // want `http.Transport is built anew for each call of command`
		_, err := read(&http.Client{Transport: t}, url)
		return err
	})
}
