package unread

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httputil"
)

func byRead(u string) (byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var b [1]byte
	_, err = resp.Body.Read(b[:]) // silent at this level: read in part
	return b[0], err
}

func byScan(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	sc.Scan() // silent at this level: read in part
	return sc.Text(), sc.Err()
}

func byLimitReader(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, 512)) // silent at this level: read in part
}

func byXML(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return xml.NewDecoder(resp.Body).Decode(v) // silent at this level: read in part
}

func byGzip(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr) // silent: read through gzip
}

func byBuffer(u string) (*bytes.Buffer, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var buf bytes.Buffer
	_, err = buf.ReadFrom(resp.Body) // silent: read
	return &buf, err
}

func byCopyToClient(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get(r.URL.Query().Get("u"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body) // silent: read
}

func byWrite(w io.Writer, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return resp.Write(w) // silent: Write reads it to its end and closes
}

func byDumpWithBody(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, true) // silent: read
}

func byDumpWithoutBody(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, false)
}
