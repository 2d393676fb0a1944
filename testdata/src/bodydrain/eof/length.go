package eof

import (
	"bytes"
	"io"
	"net/http"
)

// The end of a body comes with the last byte of its Content-Length.

func lengthFull(u string) ([]byte, error) {
	resp := get(u)
	defer resp.Body.Close()
	b := make([]byte, resp.ContentLength)
	_, err := io.ReadFull(resp.Body, b)
	return b, err
}

func lengthAtLeast(u string) ([]byte, error) {
	resp := get(u)
	defer resp.Body.Close()
	n := int(resp.ContentLength)
	b := make([]byte, n+10)
	_, err := io.ReadAtLeast(resp.Body, b, n)
	return b, err
}

func lengthCopied(u string, w io.Writer) error {
	resp := get(u)
	defer resp.Body.Close()
	if resp.ContentLength <= 0 {
		_, err := io.Copy(w, resp.Body)
		return err
	}
	_, err := io.CopyN(w, resp.Body, resp.ContentLength)
	return err
}

func lengthLimited(u string) ([]byte, error) {
	resp := get(u)
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, resp.ContentLength))
}

// That of another response says nothing.
func otherLength(u string, other *http.Response) ([]byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	b := make([]byte, other.ContentLength)
	_, err := io.ReadFull(resp.Body, b)
	return b, err
}

func lengthOfPart(u string) ([]byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	b := make([]byte, resp.ContentLength/2)
	_, err := io.ReadFull(resp.Body, b)
	return b, err
}

func lengthLimitedAndDecoded(u string) (byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	b := make([]byte, 1)
	_, err := io.LimitReader(resp.Body, resp.ContentLength).Read(b)
	return bytes.TrimSpace(b)[0], err
}
