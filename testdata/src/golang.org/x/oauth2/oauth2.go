// Package oauth2 is a miniature of golang.org/x/oauth2: a Transport that adds a token, around another.
package oauth2

import (
	"context"
	"errors"
	"net/http"
)

// Token is what is sent.
type Token struct {
	AccessToken string
}

// TokenSource has tokens.
type TokenSource interface {
	Token() (*Token, error)
}

type contextKey struct{}

// HTTPClient is the key of the client that a context carries.
var HTTPClient contextKey

// Transport adds the Source's token to each request.
type Transport struct {
	Source TokenSource
	Base   http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if t.Source == nil {
		return nil, errors.New("oauth2: Transport without a Source")
	}
	token, err := t.Source.Token()
	if err != nil {
		return nil, err
	}
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", "Bearer "+token.AccessToken)
	return t.base().RoundTrip(req)
}

func (t *Transport) base() http.RoundTripper {
	if t.Base != nil {
		return t.Base
	}
	return http.DefaultTransport
}

// NewClient makes a client that sends src's tokens, through the context's client when it has one.
func NewClient(ctx context.Context, src TokenSource) *http.Client {
	base := http.DefaultClient
	if c, ok := ctx.Value(HTTPClient).(*http.Client); ok {
		base = c
	}
	if src == nil {
		return base
	}
	return &http.Client{
		Transport:     &Transport{Source: src, Base: base.Transport},
		CheckRedirect: base.CheckRedirect,
		Jar:           base.Jar,
		Timeout:       base.Timeout,
	}
}
