// Package wrappers holds readers around a body: those that close it, those that
// do not, and functions that take the whole body or response.
package wrappers

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"os"
	"strings"
)

// closing reads from one thing and closes another.
type closing struct {
	io.Reader
	c io.Closer
}

// Close closes what is below.
func (c *closing) Close() error { return c.c.Close() }

// counting counts what is read; its Close is the embedded one.
type counting struct {
	io.ReadCloser
	n int64
}

// Read counts.
func (c *counting) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.n += int64(n)
	return n, err
}

// unzipped closes both the gzip reader and the body below.
type unzipped struct {
	*gzip.Reader
	body io.Closer
}

// Close closes both.
func (z *unzipped) Close() error {
	err := z.Reader.Close()
	if cerr := z.body.Close(); err == nil {
		err = cerr
	}
	return err
}

// halfUnzipped closes the gzip reader only.
type halfUnzipped struct{ *gzip.Reader }

func gzipDoesNotClose(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer zr.Close()
	return io.ReadAll(zr)
}

// Silent: the gzip reader and the body have a defer each.
func gzipAndBodyClosed(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer zr.Close()
	return io.ReadAll(zr)
}

func gzipHeaderIsBad(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 98"
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(zr)
}

func gzipReturned(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return gzip.NewReader(resp.Body)
}

func maybeGzip(u string) (err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	var rc io.ReadCloser = resp.Body
	if resp.Header.Get("Content-Encoding") == "gzip" {
		if rc, err = gzip.NewReader(resp.Body); err != nil {
			resp.Body.Close()
			return err
		}
	}
	defer rc.Close()
	_, err = io.Copy(os.Stdout, rc)
	return err
}

// Silent: whichever reader it is, the body has its own defer.
func maybeGzipClosed(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r io.Reader = resp.Body
	if resp.Header.Get("Content-Encoding") == "gzip" {
		if r, err = gzip.NewReader(r); err != nil {
			return err
		}
	}
	_, err = io.Copy(os.Stdout, r)
	return err
}

// Silent: the wrapper that is returned closes both.
func gzipInOwnWrapper(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return &unzipped{Reader: zr, body: resp.Body}, nil
}

func gzipInOwnWrapperBadHeader(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 167"
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	return &unzipped{Reader: zr, body: resp.Body}, nil
}

func gzipInHalfAWrapper(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return halfUnzipped{zr}, nil
}

func bufioDoesNotClose(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	br := bufio.NewReader(resp.Body)
	return br.ReadString('\n')
}

func bufioReturned(u string) (*bufio.Reader, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 199"
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(resp.Body), nil
}

// Silent: buffered for reading, closed below.
func bufioClosed(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	br := bufio.NewReaderSize(resp.Body, 64<<10)
	line, err := br.ReadString('\n')
	resp.Body.Close()
	return line, err
}

func limitDoesNotClose(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}

func limitReturned(u string) (io.Reader, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return io.LimitReader(resp.Body, 1<<20), nil
}

// Silent: limited for reading, closed by defer.
func limitClosed(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}

func teeDoesNotClose(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	if _, err := io.Copy(io.Discard, io.TeeReader(resp.Body, h)); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}

func multiReaderDoesNotClose(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	_, err = io.Copy(os.Stdout, io.MultiReader(strings.NewReader("> "), resp.Body))
	return err
}

func nopCloserClosesNothing(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	rc := io.NopCloser(resp.Body)
	defer rc.Close()
	_, err = io.Copy(os.Stdout, rc)
	return err
}

func nopCloserReturned(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return io.NopCloser(bufio.NewReader(resp.Body)), nil
}

// Silent: a nop closer over what was read, the body itself closed.
func nopCloserOverBytes(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

func nopCloserOverBytesOpen(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

// Silent: MaxBytesReader closes what it wraps.
func maxBytesClosed(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	rc := http.MaxBytesReader(nil, resp.Body, 1<<20)
	defer rc.Close()
	return io.ReadAll(rc)
}

// Silent: MaxBytesReader closes what it wraps, and is returned.
func maxBytesReturned(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return http.MaxBytesReader(nil, resp.Body, 1<<20), nil
}

func maxBytesNotClosed(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	rc := http.MaxBytesReader(nil, resp.Body, 1<<20)
	return io.ReadAll(rc)
}

// Silent: the own wrapper closes and is closed.
func ownWrapperClosed(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	rc := &closing{io.LimitReader(resp.Body, 1<<20), resp.Body}
	defer rc.Close()
	return io.ReadAll(rc)
}

// Silent: the own wrapper closes and is returned.
func ownWrapperReturned(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &closing{Reader: bufio.NewReader(resp.Body), c: resp.Body}, nil
}

// Silent: the embedded Close is promoted, and called.
func embeddedCloseClosed(u string) (int64, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	c := &counting{ReadCloser: resp.Body}
	defer c.Close()
	_, err = io.Copy(io.Discard, c)
	return c.n, err
}

// Silent: the embedded Close is promoted, and the wrapper returned.
func embeddedCloseReturned(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &counting{ReadCloser: resp.Body}, nil
}

// Silent: the body's place is taken by the wrapper that closes it.
func embeddedCloseAsBody(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	resp.Body = &counting{ReadCloser: resp.Body}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(new(any))
}

// Silent: reader and closer side by side in a struct without a name.
func namelessStructClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	rc := struct {
		io.Reader
		io.Closer
	}{bufio.NewReader(resp.Body), resp.Body}
	defer rc.Close()
	_, err = io.Copy(os.Stdout, rc)
	return err
}

func jsonDoesNotClose(u string) (v any, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bufio.NewReader(resp.Body))
	dec.UseNumber()
	err = dec.Decode(&v)
	return v, err
}

func xmlDoesNotClose(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return xml.NewDecoder(resp.Body).Decode(v)
}

func csvDoesNotClose(u string) ([][]string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return csv.NewReader(resp.Body).ReadAll()
}

func tarOverGzipDoesNotClose(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return err
	}
	tr := tar.NewReader(zr)
	for {
		h, err := tr.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		log.Println(h.Name)
	}
}

// Silent: three readers deep, closed at the bottom.
func tarOverGzipClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return err
	}
	for tr := tar.NewReader(zr); ; {
		if _, err := tr.Next(); err != nil {
			return err
		}
	}
}

// Silent: the client closes the body of the request that it sends.
func bodyPosted(from, to string) error {
	src, err := http.Get(from)
	if err != nil {
		return err
	}
	resp, err := http.Post(to, "application/octet-stream", src.Body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func bodyPostedAnswerOpen(from, to string) (int, error) {
	src, err := http.Get(from)
	if err != nil {
		return 0, err
	}
	resp, err := http.Post(to, "application/octet-stream", src.Body) // want "response body of resp is not closed when the function returns at line 491"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: the body is that of the request, which the client closes.
func bodyInNewRequest(ctx context.Context, c *http.Client, from, to string) error {
	src, err := c.Get(from)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, to, src.Body)
	if err != nil {
		src.Body.Close()
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: assigned to the request's body.
func bodyAssignedToRequest(c *http.Client, from string, req *http.Request) error {
	src, err := c.Get(from)
	if err != nil {
		return err
	}
	req.Body = src.Body
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// bufferedBodyPosted hides the body's Close from the client.
func bufferedBodyPosted(from, to string) error {
	src, err := http.Get(from) // want "response body of src is not closed"
	if err != nil {
		return err
	}
	resp, err := http.Post(to, "text/plain", bufio.NewReader(src.Body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// nopClosedBodyPosted gives the client a Close that does nothing.
func nopClosedBodyPosted(from, to string) error {
	src, err := http.Get(from) // want "response body of src is not closed"
	if err != nil {
		return err
	}
	resp, err := http.Post(to, "text/plain", io.NopCloser(src.Body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: Write closes the body once it is sent.
func written(u string, w io.Writer) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return resp.Write(w)
}

func writtenUnlessBad(u string, w io.Writer) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 567"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return nil
	}
	return resp.Write(w)
}

func headerWritten(u string, w io.Writer) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return resp.Header.Write(w)
}

// Silent: dumped and closed.
func dumpedClosed(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, true)
}

func dumpedWithoutBody(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return httputil.DumpResponse(resp, false)
}

func copiedToResponseWriter(w http.ResponseWriter, r *http.Request, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 606"
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body)
}

// Silent: copied to the client and closed.
func copiedToResponseWriterClosed(w http.ResponseWriter, r *http.Request, u string) {
	resp, err := http.Get(u)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body)
}

func writerToTakesIt(u string, f *os.File) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	_, err = f.ReadFrom(resp.Body)
	return err
}

func bufferTakesIt(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(resp.Body); err != nil {
		return "", err
	}
	return b.String(), nil
}

// Silent: closed through a type assertion on the reader that it is.
func closedThroughAssertion(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	var r io.Reader = resp.Body
	_, err = io.Copy(os.Stdout, r)
	r.(io.Closer).Close()
	return err
}

// Silent: the body is always a closer, so the assertion holds.
func closedThroughCommaOK(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	var r io.Reader = resp.Body
	_, err = io.Copy(os.Stdout, r)
	if c, ok := r.(io.Closer); ok {
		c.Close()
	}
	return err
}
