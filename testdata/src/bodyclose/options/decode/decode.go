// Package decode leaves the body open for callers that want to read it themselves, which they say by the type of what they pass.
package decode

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
)

// Raw is what callers pass that read the body themselves.
type Raw struct{ Accept string }

// Do decodes the body into v, or makes a reader of it.
func Do(req *http.Request, v any) (*http.Response, error) {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if _, ok := v.(**bufio.Reader); !ok {
		defer resp.Body.Close()
	}
	if v != nil {
		if reader, ok := v.(**bufio.Reader); ok {
			*reader = bufio.NewReader(resp.Body)
			return resp, nil
		}
		if w, ok := v.(io.Writer); ok {
			_, err := io.Copy(w, resp.Body)
			return resp, err
		}
		if err := json.NewDecoder(resp.Body).Decode(&v); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

// Consume closes the response unless the caller wants to read it.
func Consume(resp *http.Response, v any) error {
	switch v := v.(type) {
	case *Raw:
		return nil
	case *string, *[]byte:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	default:
		return resp.Body.Close()
	}
}

// Options has what the body is decoded into in a field.
type Options struct {
	Into any
}

// Call does what Do does.
func Call(url string, o *Options) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if _, raw := o.Into.(Raw); raw {
		return resp, nil
	}
	defer resp.Body.Close()
	return resp, json.NewDecoder(resp.Body).Decode(o.Into)
}
