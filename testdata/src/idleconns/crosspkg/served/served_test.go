package served_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"idleconns/crosspkg/served"
)

// Silent: the test sends one request.
func TestFront(t *testing.T) {
	front := httptest.NewServer(&served.Front{Hook: func(r *http.Request) error {
		c := &http.Client{}
		resp, err := c.Get("http://backend.internal" + r.URL.Path)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}})
	defer front.Close()
	resp, err := http.Get(front.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
