package options

import (
	"encoding/json"
	"io"
	"net/http"
)

type target struct {
	URL  string
	JSON bool
	Into any
}

// into closes the body where there is something to read it into.
func into(t *target, resp *http.Response) error {
	if t.JSON {
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(t.Into)
	}
	switch v := t.Into.(type) {
	case *[]byte:
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		*v = b
		return err
	case map[string]*target:
		return resp.Body.Close()
	}
	return nil
}

func fetchInto(t *target) (*http.Response, error) {
	resp, err := http.Get(t.URL)
	if err != nil {
		return nil, err
	}
	return resp, into(t, resp)
}

// Silent: it is read into bytes.
func intoBytes(u string) ([]byte, error) {
	var b []byte
	_, err := fetchInto(&target{URL: u, Into: &b})
	return b, err
}

// Silent: bytes by another name.
func intoUint8s(u string) ([]uint8, error) {
	var b []uint8
	_, err := fetchInto(&target{URL: u, Into: &b})
	return b, err
}

// Silent: it is decoded.
func intoJSON(u string) (v map[string]any, err error) {
	_, err = fetchInto(&target{URL: u, JSON: true, Into: &v})
	return v, err
}

// Silent: nothing is read.
func intoTargets(u string) error {
	_, err := fetchInto(&target{URL: u, Into: map[string]*target{}})
	return err
}

func intoNothing(u string) error {
	_, err := fetchInto(&target{URL: u}) // want `response body of fetchInto is not closed`
	return err
}

func intoString(u string) (s string, err error) {
	_, err = fetchInto(&target{URL: u, Into: &s}) // want `response body of fetchInto is not closed`
	return s, err
}

func intoStrings(u string) (s []string, err error) {
	_, err = fetchInto(&target{URL: u, Into: &s}) // want `response body of fetchInto is not closed`
	return s, err
}

func intoOthers(u string) error {
	_, err := fetchInto(&target{URL: u, Into: map[string]target{}}) // want `response body of fetchInto is not closed`
	return err
}
