package paths

import (
	"io"
	"net/http"
	"testing"
)

func cleanedUpUnread(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 14"
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
		return
	}
	io.Copy(io.Discard, resp.Body)
}

// Silent: what comes behind the literal reads it, before the test is over.
func readBehindLiteral(t *testing.T, u string) {
	var resp *http.Response
	fetch := func() {
		var err error
		if resp, err = http.Get(u); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { resp.Body.Close() })
	}
	fetch()
	io.Copy(io.Discard, resp.Body)
}
