package shared

import (
	"net/http"
	"testing"
)

type fake struct{}

func (fake) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: http.NoBody}, nil
}

func TestLoad(t *testing.T) {
	old := http.DefaultTransport
	defer func() { http.DefaultTransport = old }()
	http.DefaultTransport = fake{}
	load([]string{"http://a"})
}
