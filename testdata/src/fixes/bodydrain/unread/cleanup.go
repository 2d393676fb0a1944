package unread

import (
	"net/http"
	"testing"
)

func cleanedUp(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		resp.Body.Close()
	})
}
