package hooked

import (
	"errors"
	"net/http"
	"testing"
)

// Each of these is something else that the hook may be.
func TestHook(t *testing.T) {
	saved := hookDo
	defer func() { hookDo = saved }()
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 0") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 1") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 2") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 3") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 4") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 5") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 6") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 7") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 8") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 9") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 10") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 11") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 12") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 13") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 14") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 15") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 16") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 17") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 18") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 19") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 20") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 21") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 22") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 23") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 24") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 25") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 26") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 27") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 28") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 29") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 30") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 31") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 32") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 33") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 34") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 35") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 36") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 37") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 38") }
	}
	hookDo = func(func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, errors.New("mock 39") }
	}
	if _, err := doAction(nil, 0); err == nil {
		t.Fatal("no error")
	}
}
