// Package store hands bodies out in objects.
package store

import (
	"errors"
	"io"
	"net/http"
)

// An Object's Body is for the caller to close.
type Object struct {
	Body io.ReadCloser
	Size int64
}

func Get(u string) (*Object, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != 200 {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return &Object{resp.Body, resp.ContentLength}, nil
}

// Lines hides the body.
type Lines struct{ body io.ReadCloser }

func (l *Lines) Read(p []byte) (int, error) { return l.body.Read(p) }
func (l *Lines) Close() error               { return l.body.Close() }

func Open(u string) (*Lines, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &Lines{resp.Body}, nil
}

// Size closes the body before it hands the object out.
func Size(u string) (*Object, error) {
	o, err := Get(u)
	if err != nil {
		return nil, err
	}
	return o, o.Body.Close()
}
