package paths

import (
	"bufio"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/http/httputil"
)

func gzipOrPlain(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var r io.Reader = resp.Body
	if resp.Header.Get("Content-Encoding") == "gzip" {
		if r, err = gzip.NewReader(resp.Body); err != nil {
			return nil, err
		}
	}
	return io.ReadAll(r) // silent: read, by the one reader or the other
}

func wrappedButReadOnOnePath(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	br := bufio.NewReader(resp.Body)
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(br)
}

func dumpedOnOnePath(u string, debug bool) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if debug {
		_, err = httputil.DumpResponse(resp, true)
	}
	return err
}

func dumpedFirst(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := httputil.DumpResponse(resp, true) // silent: the dump reads it
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(string(b))
	}
	return b, err
}

func xmlBehindTypeCheck(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.Header.Get("Content-Type") != "text/xml" {
		return errors.New("no xml")
	}
	return xml.NewDecoder(resp.Body).Decode(v)
}

func proxied(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://backend" + r.URL.Path) // want "response body of resp is closed unread"
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound {
		http.NotFound(w, r)
		return
	}
	_, _ = io.Copy(w, resp.Body)
}

func proxiedAlways(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://backend" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body) // silent: copied whatever the status
}
