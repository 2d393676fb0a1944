package faketransport

import (
	"bodyclose/faketransport/lib"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/jarcoal/httpmock"
)

type echoed struct{}

func (echoed) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(r.URL.Path)), Request: r}, nil
}

func TestReplaced(t *testing.T) {
	old := http.DefaultTransport
	http.DefaultTransport = echoed{}
	defer func() { http.DefaultTransport = old }()
	resp, err := http.Get("http://x/")
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestReplacedInClient(t *testing.T) {
	http.DefaultClient.Transport = echoed{}
	resp, err := http.Get("http://x/")
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func answerAll() { http.DefaultClient = &http.Client{Transport: echoed{}} }

func TestHelper(t *testing.T) {
	answerAll()
	t.Run("sub", func(t *testing.T) {
		resp, err := http.Get("http://x/")
		if err != nil || resp.StatusCode != 200 {
			t.Fatal(err)
		}
	})
}

func TestRestored(t *testing.T) {
	old := http.DefaultTransport
	http.DefaultTransport = &http.Transport{}
	defer func() { http.DefaultTransport = old }()
	resp, err := http.Get("http://x/") // want `response body of resp is not closed`
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestLibrary(t *testing.T) {
	httpmock.Activate()
	resp, err := http.Get("http://x/")
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestLibraryTransport(t *testing.T) {
	c := &http.Client{Transport: httpmock.NewMockTransport()}
	resp, err := c.Get("http://x/")
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestNothingReplaced(t *testing.T) {
	resp, err := http.Get("http://x/") // want `response body of resp is not closed`
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestReplacedElsewhere(t *testing.T) {
	defer lib.Replace(nil)()
	resp, err := http.Get("http://x/")
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestClientReplacedElsewhere(t *testing.T) {
	lib.ReplaceClient(nil)
	resp, err := http.Get("http://x/")
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestLimitedElsewhere(t *testing.T) {
	lib.Limit(3)
	resp, err := http.Get("http://x/") // want `response body of resp is not closed`
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}
