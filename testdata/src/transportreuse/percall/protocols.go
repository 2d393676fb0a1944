package percall

import (
	"io"
	"net/http"
)

func read(c *http.Client, url string) ([]byte, error) {
	resp, err := c.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Another scheme goes elsewhere; the transport keeps connections for HTTP all the same.
func withFiles(url string) ([]byte, error) {
	t := &http.Transport{} // want `http.Transport is built anew for each call of withFiles`
	t.RegisterProtocol("file", http.NewFileTransport(http.Dir("/")))
	return read(&http.Client{Transport: t}, url)
}

// Silent: what is registered may keep the connections itself.
func withOther(url string, other http.RoundTripper) ([]byte, error) {
	t := &http.Transport{}
	t.RegisterProtocol("https", other)
	return read(&http.Client{Transport: t}, url)
}

// Silent: so may it here.
func withScheme(url, scheme string, other http.RoundTripper) ([]byte, error) {
	t := &http.Transport{}
	t.RegisterProtocol(scheme, other)
	return read(&http.Client{Transport: t}, url)
}
