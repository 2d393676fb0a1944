package unread

import (
	"context"
	"io"
	"net/http"
)

// Here an argument, or a field of one, says what the method is to be.

type kind int

const (
	kindGet kind = iota
	kindHead
	kindPut
)

func methodOf(k kind) string {
	switch k {
	case kindGet:
		return "GET"
	case kindHead:
		return "HEAD"
	case kindPut:
		return "PUT"
	default:
		panic("kind")
	}
}

func byKind(ctx context.Context, k kind, u string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, methodOf(k), u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func existsByKind(ctx context.Context, u string) (bool, error) { // silent: HEAD
	resp, err := byKind(ctx, kindHead, u)
	if err != nil {
		return false, err
	}
	resp.Body.Close()
	return resp.StatusCode == 200, nil
}

func putByKind(ctx context.Context, u string) (bool, error) {
	resp, err := byKind(ctx, kindPut, u) // want "response body of resp is closed unread"
	if err != nil {
		return false, err
	}
	resp.Body.Close()
	return resp.StatusCode == 200, nil
}

type want struct {
	kind kind
	u    string
}

func (w *want) method() (string, string) {
	switch w.kind {
	case kindGet:
		return "GET", w.u
	case kindHead:
		return "HEAD", w.u + "?head"
	case kindPut:
		return "PUT", w.u
	default:
		panic("kind")
	}
}

func (w *want) request(ctx context.Context, body io.Reader) (*http.Request, error) {
	method, u := w.method()
	return http.NewRequestWithContext(ctx, method, u, body)
}

func byWant(ctx context.Context, w *want) (*http.Response, error) {
	req, err := w.request(ctx, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func existsByWant(ctx context.Context, u string) (bool, error) { // silent: HEAD
	resp, err := byWant(ctx, &want{kind: kindHead, u: u})
	if err != nil {
		return false, err
	}
	resp.Body.Close()
	return resp.StatusCode == 200, nil
}

func putByWant(ctx context.Context, u string) (bool, error) {
	resp, err := byWant(ctx, &want{kind: kindPut, u: u}) // want "response body of resp is closed unread"
	if err != nil {
		return false, err
	}
	resp.Body.Close()
	return resp.StatusCode == 200, nil
}

// The method is set on the way.
func headSet(u string, onlyHead bool) (*http.Response, error) {
	method := "GET"
	if onlyHead {
		method = http.MethodHead
	}
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func headWanted(u string) error { // silent
	resp, err := headSet(u, true)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func headNotWanted(u string) error {
	resp, err := headSet(u, false) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
