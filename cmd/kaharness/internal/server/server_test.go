package server

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func start(t *testing.T, opts Options) *Server {
	t.Helper()
	s, err := Start(opts)
	require.NoError(t, err)
	t.Cleanup(s.Close)
	return s
}

func TestPaths(t *testing.T) {
	s := start(t, Options{})
	for _, tt := range []struct {
		path    string
		status  int
		length  int64 // as the header says; -1 is chunked
		content string
	}{
		{"/hello", 200, 11, "Hello world"},
		{"/bytes?n=3", 200, 3, "\x00\x00\x00"},
		{"/bytes?n=0", 200, 0, ""},
		{"/bytes?n=2&chunked=1", 200, -1, "\x00\x00"},
		{"/json", 200, int64(len(object)), object},
		{"/json?chunked=1", 200, -1, object},
		{"/late?ms=1", 200, -1, object},
		{"/status?code=204", 204, 0, ""},
		{"/status?code=304", 304, 0, ""},
		{"/status?code=500", 500, 26, "500 Internal Server Error\n"},
		{"/flaky?fail=1", 503, 24, "503 Service Unavailable\n"},
		{"/flaky?fail=1", 200, 11, "Hello world"},
		{"/bytes", 400, 43, "n: want a number from 0 to 16777216\n"[:36]},
	} {
		resp, err := http.Get(s.URL + tt.path)
		require.NoError(t, err, tt.path)
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		require.NoError(t, err, tt.path)
		assert.Equal(t, tt.status, resp.StatusCode, tt.path)
		assert.Equal(t, tt.content, string(body), tt.path)
		if tt.status != 400 && tt.status != 304 {
			assert.Equal(t, tt.length, resp.ContentLength, tt.path)
		}
		if tt.status != 503 {
			head, err := http.Head(s.URL + tt.path)
			require.NoError(t, err, tt.path)
			head.Body.Close()
			assert.Equal(t, tt.status, head.StatusCode, "HEAD %s", tt.path)
		}
	}
	assert.Equal(t, 25, s.Requests())
}

func TestBadNumbers(t *testing.T) {
	s := start(t, Options{})
	for _, path := range []string{
		"/bytes", "/bytes?n=x", "/bytes?n=-1", "/bytes?n=99999999999", "/late?ms=", "/late?ms=60000",
		"/status?code=99", "/status?code=101", "/status?code=600", "/flaky",
	} {
		resp, err := http.Get(s.URL + path)
		require.NoError(t, err, path)
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		require.NoError(t, err, path)
		assert.Equal(t, http.StatusBadRequest, resp.StatusCode, path)
	}
}

func TestTLS(t *testing.T) {
	dir := t.TempDir()
	a, err := NewAuthority(dir)
	require.NoError(t, err)
	pem, err := os.ReadFile(a.File)
	require.NoError(t, err)
	pool := x509.NewCertPool()
	require.True(t, pool.AppendCertsFromPEM(pem))
	for http2, proto := range map[bool]string{false: "HTTP/1.1", true: "HTTP/2.0"} {
		s := start(t, Options{Authority: a, HTTP2: http2})
		tr := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}
		defer tr.CloseIdleConnections()
		resp, err := (&http.Client{Transport: tr}).Get(s.URL + "/hello")
		require.NoError(t, err)
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		require.NoError(t, err)
		assert.Equal(t, proto, resp.Proto)
	}
}

func TestLatency(t *testing.T) {
	const by = 50 * time.Millisecond
	s := start(t, Options{Latency: by})
	tr := &http.Transport{}
	defer tr.CloseIdleConnections()
	get := func() time.Duration {
		began := time.Now()
		resp, err := (&http.Client{Transport: tr}).Get(s.URL + "/hello")
		require.NoError(t, err)
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		require.NoError(t, err)
		return time.Since(began)
	}
	assert.GreaterOrEqual(t, get(), by, "the first request opens a connection")
	least := time.Hour
	for range 5 {
		least = min(least, get())
	}
	assert.Less(t, least, by, "the others have it")
}

func TestOnlyLoopback(t *testing.T) {
	s := start(t, Options{})
	assert.True(t, s.Addr.Addr().IsLoopback())
}

func TestSettle(t *testing.T) {
	s := start(t, Options{})
	c, err := net.Dial("tcp", s.Addr.String())
	require.NoError(t, err)
	began := time.Now()
	s.Settle(60 * time.Millisecond)
	assert.GreaterOrEqual(t, time.Since(began), 60*time.Millisecond, "a connection is open")
	c.Close()
	began = time.Now()
	s.Settle(time.Minute)
	assert.Less(t, time.Since(began), 30*time.Second)
}
