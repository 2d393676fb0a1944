// Package stream hands out responses in what it embeds.
package stream

import (
	"io"
	"net/http"
)

type inner struct {
	n        int
	response *http.Response
}

func (s *inner) Close() error { return s.response.Body.Close() }

func (s *inner) Next() ([]byte, error) { return io.ReadAll(s.response.Body) }

type event interface{ Text | Number }

type (
	Text   string
	Number int
)

type generic[T event] struct {
	last     T
	response *http.Response
}

func (s *generic[T]) Close() error { return s.response.Body.Close() }

type Plain struct{ *inner }

type Texts struct{ *generic[Text] }

func Open(url string) (*Plain, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &Plain{&inner{response: resp}}, nil
}

func send[T event](url string) (*generic[T], error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &generic[T]{response: resp}, nil
}

func OpenTexts(url string) (texts *Texts, err error) {
	s, err := send[Text](url)
	if err != nil {
		return
	}
	texts = &Texts{generic: s}
	return
}
