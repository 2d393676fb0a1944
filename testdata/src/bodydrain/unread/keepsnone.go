package unread

import (
	"errors"
	"net/http"
	"net/url"
)

type tagging struct{ next http.RoundTripper }

func (t *tagging) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("X-Tag", "1")
	return t.next.RoundTrip(req)
}

func keepsNoneTransport() http.RoundTripper {
	return &http.Transport{Proxy: http.ProxyFromEnvironment, DisableKeepAlives: true}
}

func clientOf(rt http.RoundTripper) (*http.Client, error) { return &http.Client{Transport: rt}, nil }

// Silent: the transport keeps no connections, whoever is around it.
func keepsNoneInside(u string) (int, error) {
	client := &http.Client{Transport: &tagging{keepsNoneTransport()}}
	resp, err := client.Get(u)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func keepsSomeInside(u string) (int, error) {
	client := &http.Client{Transport: &tagging{http.DefaultTransport}}
	resp, err := client.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

// Silent: whoever makes the client.
func keepsNoneByHelper(u string) (int, error) {
	client, err := clientOf(keepsNoneTransport())
	if err != nil {
		return 0, err
	}
	resp, err := client.Get(u)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

type daemon struct {
	addr string
	tr   *http.Transport
}

func parseDaemon(addr string, keep bool) (*daemon, error) {
	tr := &http.Transport{}
	if _, err := url.Parse(addr); err != nil {
		return nil, err
	}
	if addr == "" {
		return nil, errors.New("no address")
	}
	tr.DisableKeepAlives = true
	return &daemon{addr, tr}, nil
}

func parseKept(addr string, keep bool) (*daemon, error) {
	tr := &http.Transport{}
	if _, err := url.Parse(addr); err != nil {
		return nil, err
	}
	tr.DisableKeepAlives = !keep
	return &daemon{addr, tr}, nil
}

// Silent: it comes in a field of what is returned unless there is an error.
func keepsNoneInField(addr string) error {
	d, err := parseDaemon(addr, true)
	if err != nil {
		return err
	}
	client := &http.Client{Transport: d.tr}
	resp, err := client.Get(d.addr)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func keepsSomeInField(addr string) error {
	d, err := parseKept(addr, true)
	if err != nil {
		return err
	}
	client := &http.Client{Transport: d.tr}
	resp, err := client.Get(d.addr) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// logging has its transport in it as a value.
type logging struct{ inner http.Transport }

func (l *logging) RoundTrip(req *http.Request) (*http.Response, error) { return l.inner.RoundTrip(req) }

func newLogging() *logging {
	l := new(logging)
	l.inner = http.Transport{DisableKeepAlives: true}
	return l
}

func keepsNoneByValue(u string) (int, error) {
	client := &http.Client{Transport: &logging{inner: http.Transport{DisableKeepAlives: true}}}
	resp, err := client.Get(u)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func keepsNoneLater(u string) (int, error) {
	client := &http.Client{Transport: newLogging()}
	resp, err := client.Get(u)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func keepsSomeByValue(u string) (int, error) {
	client := &http.Client{Transport: &logging{inner: http.Transport{MaxIdleConns: 5}}}
	resp, err := client.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}
