package unread

import (
	"net/http"
	"net/http/httputil"
	"testing"
)

// Here a helper lets a response pass with a certain status only: one without a body has nothing to read.

func wantStatus(t *testing.T, what string, resp *http.Response, status int) {
	if resp.StatusCode != status {
		t.Logf("%s: status %d, want %d", what, resp.StatusCode, status)
		if dump, err := httputil.DumpResponse(resp, false); err == nil {
			t.Logf("%s", dump)
		}
		t.FailNow()
	}
}

func wantNothing(t *testing.T, resp *http.Response) {
	if resp.StatusCode != http.StatusNoContent {
		t.Fatal(resp.Status)
	}
}

func noteStatus(t *testing.T, resp *http.Response, status int) {
	if resp.StatusCode != status {
		t.Errorf("status %d, want %d", resp.StatusCode, status)
	}
}

func TestNotModified(t *testing.T) { // silent
	resp, err := http.Get("http://example.com/a")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	wantStatus(t, "etag", resp, http.StatusNotModified)
}

func TestNothing(t *testing.T) { // silent
	resp, err := http.Get("http://example.com/a")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	wantNothing(t, resp)
}

func TestFound(t *testing.T) {
	resp, err := http.Get("http://example.com/a") // want "response body of resp is closed unread at line 56"
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	wantStatus(t, "get", resp, http.StatusOK)
}

func TestEither(t *testing.T) {
	status := http.StatusNoContent
	if testing.Short() {
		status = http.StatusOK
	}
	resp, err := http.Get("http://example.com/a") // want "response body of resp is closed unread at line 69"
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	wantStatus(t, "get", resp, status)
}

func TestNoted(t *testing.T) { // silent: with another status, the test has failed
	resp, err := http.Get("http://example.com/a")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	noteStatus(t, resp, http.StatusNotModified)
	t.Log("went on")
}

func TestExpected(t *testing.T) { // silent
	resp, err := http.Get("http://example.com/a")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if got, want := resp.StatusCode, http.StatusNoContent; got != want {
		t.Errorf("status %d, want %d", got, want)
	}
}

func TestExpectedByCase(t *testing.T) { // silent
	resp, err := http.Get("http://example.com/a")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusNotModified:
		t.Log("not modified")
	default:
		t.Error(resp.Status)
	}
}

func TestExpectedToHaveBody(t *testing.T) {
	resp, err := http.Get("http://example.com/a") // want "response body of resp is closed unread at line \\d+"
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestUnexpected(t *testing.T) {
	resp, err := http.Get("http://example.com/a") // want "response body of resp is closed unread at line \\d+"
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestLogged(t *testing.T) {
	resp, err := http.Get("http://example.com/a") // want "response body of resp is closed unread at line \\d+"
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusNoContent {
		t.Logf("status %d", resp.StatusCode)
	}
}

func expectCode(tb testing.TB, resp *http.Response, status int) {
	if resp.StatusCode != status {
		tb.Errorf("status %d, want %d", resp.StatusCode, status)
	}
}

func TestExpectCode(t *testing.T) {
	resp, err := http.Get("http://example.com/a")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	expectCode(t, resp, http.StatusNoContent)

	other, err := http.Get("http://example.com/b") // want "response body of other is closed unread at line \\d+"
	if err != nil {
		t.Fatal(err)
	}
	defer other.Body.Close()
	expectCode(t, other, http.StatusCreated)
}
