package doer

import (
	"bytes"
	"io"
	"net/http"
	"testing"
)

type testDoer struct{ next Doer }

// Do is only there for tests.
func (d testDoer) Do(req *http.Request) (*http.Response, error) {
	resp, err := d.next.Do(req)
	if err != nil {
		return nil, err
	}
	b, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

func TestStatus(t *testing.T) {
	if _, err := status(testDoer{http.DefaultClient}, nil); err == nil {
		t.Fatal("no error")
	}
}
