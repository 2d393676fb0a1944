// Package intests has what tests do with responses.
package intests

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Closed by the test's own means.

func cleanedUp(t *testing.T, u string) {
	resp, err := http.Get(u)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() }) // silent: closed when the test ends
	if resp.StatusCode != http.StatusOK {
		t.Fatal(resp.Status)
	}
}

func cleanedUpWithCheck(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() {
		if err := resp.Body.Close(); err != nil { // silent: closed when the test ends
			t.Error(err)
		}
	})
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

func closedInRequire(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close()) // silent: closed
}

func deferredBehindRequire(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	defer resp.Body.Close() // silent: closed
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func deferredBehindAssert(t *testing.T, u string) {
	resp, err := http.Get(u)
	assert.NoError(t, err)
	defer resp.Body.Close() // silent: closed, where there is one
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

func closedUnderAssert(t *testing.T, u string) {
	resp, err := http.Get(u)
	if assert.NoError(t, err) {
		resp.Body.Close() // silent: with an error there is none
	}
}

// Not closed.

func neverClosed(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 77"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %s", resp.Status)
	}
}

func neverClosedBehindRequire(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 83"
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func neverClosedBehindAssert(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	assert.Nil(t, err)
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

func neverClosedThoughRead(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	require.NoError(t, err)
	b, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	require.Equal(t, "fine", string(b))
}

func neverClosedByAssertions(t *testing.T, u string) {
	is := require.New(t)
	resp, err := http.Get(u) // want "response body of resp is not closed"
	is.NoError(err)
	is.Equal(http.StatusOK, resp.StatusCode)
}

func skippedUnclosed(t *testing.T, u string) {
	resp, err := http.Get(u)
	if err != nil {
		t.Skip("no network")
	}
	if resp.StatusCode != http.StatusOK {
		t.Skipf("status %s", resp.Status) // silent: the test ends here
	}
	resp.Body.Close()
}

func failedNowUnclosed(t *testing.T, u string) {
	resp, err := http.Get(u)
	if err != nil {
		t.FailNow()
	}
	if resp.StatusCode != http.StatusOK {
		t.FailNow() // silent: the test ends here
	}
	resp.Body.Close()
}

func erroredUnclosed(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 135"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
		return
	}
	resp.Body.Close()
}

// An error is expected.

func errorExpected(t *testing.T, u string) {
	_, err := http.Get(u)
	if err == nil {
		t.Fatal("no error") // silent: on with an error, so without a response
	}
	if !strings.Contains(err.Error(), "refused") {
		t.Error(err)
	}
}

func errorExpectedWithVariable(t *testing.T, c *http.Client, req *http.Request) {
	resp, err := c.Do(req)
	if err == nil {
		t.Fatalf("no error, but %s", resp.Status) // silent: on with an error
	}
}

func errorExpectedAndGoesOn(t *testing.T, c *http.Client, req *http.Request) {
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err == nil {
		t.Errorf("no error, but %s", resp.Status)
	}
}

func errorRequired(t *testing.T, u string) {
	_, err := http.Get(u)
	require.Error(t, err) // silent: on with an error
}

func errorRequiredOfAssertions(t *testing.T, u string) {
	is := require.New(t)
	_, err := http.Get(u)
	is.Error(err) // silent: on with an error
}

func errorRequiredToBe(t *testing.T, c *http.Client, req *http.Request, target error) {
	_, err := c.Do(req)
	require.ErrorIs(t, err, target) // silent: on with an error
}

func errorRequiredToContain(t *testing.T, c *http.Client, req *http.Request) {
	resp, err := c.Do(req)
	require.ErrorContains(t, err, "refused") // silent: on with an error
	require.Nil(t, resp)
}

func noResponseRequired(t *testing.T, c *http.Client, req *http.Request) {
	resp, err := c.Do(req)
	require.Nil(t, resp) // silent: on without a response
	assert.Error(t, err)
}

func errorAsserted(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 198"
	assert.Error(t, err)
	assert.Nil(t, resp)
}

func errorAssertedWithReturn(t *testing.T, u string) {
	resp, err := http.Get(u)
	if !assert.Error(t, err) {
		resp.Body.Close()
		return
	}
	assert.Nil(t, resp) // silent: on with an error
}

func errorAssertedDiscarded(t *testing.T, c *http.Client, req *http.Request) {
	_, err := c.Do(req) // want "response body of c.Do is not closed: the response is discarded"
	assert.ErrorContains(t, err, "refused")
}

// Helpers that take a t.

func mustGet(t *testing.T, u string) *http.Response {
	t.Helper()
	resp, err := http.Get(u)
	if err != nil {
		t.Fatal(err)
	}
	return resp
}

func mustGetClosing(t *testing.T, u string) *http.Response {
	t.Helper()
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	return resp
}

func mustRead(t testing.TB, resp *http.Response) string {
	t.Helper()
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func mustBeOK(t testing.TB, resp *http.Response) {
	t.Helper()
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("status %s", resp.Status)
	}
}

func fatalIf(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func fatalUnless(t testing.TB, err error) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
}

func gotByHelper(t *testing.T, u string) {
	resp := mustGet(t, u) // want "response body of resp is not closed"
	mustBeOK(t, resp)
}

func gotByHelperAndRead(t *testing.T, u string) {
	resp := mustGet(t, u)
	if got := mustRead(t, resp); got != "fine" { // silent: the helper closes
		t.Error(got)
	}
}

func gotByHelperInOneLine(t *testing.T, u string) string {
	return mustRead(t, mustGet(t, u)) // silent: the helper closes
}

func gotByHelperInOneLineLeaks(t *testing.T, u string) {
	mustBeOK(t, mustGet(t, u)) // want "response body of mustGet is not closed"
}

func gotByClosingHelper(t *testing.T, u string) {
	resp := mustGetClosing(t, u)
	mustBeOK(t, resp) // silent: the helper has it closed when the test ends
}

func gotBehindFatalHelper(t *testing.T, u string) {
	resp, err := http.Get(u)
	fatalIf(t, err)
	mustBeOK(t, resp) // silent: where it ends the test, nothing is owed
	resp.Body.Close()
}

func errorExpectedByHelper(t *testing.T, u string) {
	_, err := http.Get(u)
	fatalUnless(t, err) // silent: on with an error
}

// Tables.

func table(t *testing.T, srv *httptest.Server) {
	for _, tt := range []struct {
		path string
		want int
	}{{"/", 200}, {"/none", 404}} {
		t.Run(tt.path, func(t *testing.T) {
			resp, err := srv.Client().Get(srv.URL + tt.path) // want "response body of resp is not closed when the function returns at line 316"
			if err != nil {
				t.Fatal(err)
			}
			if resp.StatusCode != tt.want {
				t.Errorf("status %d, not %d", resp.StatusCode, tt.want)
			}
		})
	}
}

func tableCloses(t *testing.T, srv *httptest.Server) {
	for path, want := range map[string]int{"/": 200, "/none": 404} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			resp, err := srv.Client().Get(srv.URL + path)
			require.NoError(t, err)
			defer resp.Body.Close() // silent: closed
			assert.Equal(t, want, resp.StatusCode)
		})
	}
}

func tableOfErrors(t *testing.T, c *http.Client) {
	for _, tt := range []struct {
		url     string
		wantErr bool
	}{{"http://ok", false}, {"http://bad", true}} {
		resp, err := c.Get(tt.url)
		if tt.wantErr {
			require.Error(t, err) // silent: on with an error
			continue
		}
		require.NoError(t, err)
		resp.Body.Close()
	}
}

func tableOfErrorsLeaks(t *testing.T, c *http.Client) {
	for _, tt := range []struct {
		url     string
		wantErr bool
	}{{"http://ok", false}, {"http://bad", true}} {
		resp, err := c.Get(tt.url) // want "response body of resp is not closed"
		if tt.wantErr {
			require.Error(t, err)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, http.StatusOK, resp.StatusCode)
	}
}

func tableComparesErrors(t *testing.T, c *http.Client, urls map[string]bool) {
	for u, wantErr := range urls {
		resp, err := c.Get(u)
		if (err != nil) != wantErr {
			t.Fatalf("%s: %v", u, err)
		}
		if err != nil {
			continue
		}
		resp.Body.Close() // silent: closed wherever there is one
	}
}

func eventually(t *testing.T, u string) {
	for range 10 {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			return
		}
	}
	t.Fatal("never up")
}

func eventuallyCloses(t *testing.T, u string) {
	for range 10 {
		resp, err := http.Get(u)
		if err == nil {
			resp.Body.Close() // silent: closed in each turn
			if resp.StatusCode == http.StatusOK {
				return
			}
		}
	}
	t.Fatal("never up")
}

// Benchmarks, fuzzing, main.

func benchmark(b *testing.B, u string) {
	for b.Loop() {
		resp, err := http.Get(u)
		if err != nil {
			b.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close() // silent: closed in each turn
	}
}

func benchmarkLeaks(b *testing.B, u string) {
	for i := 0; i < b.N; i++ {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			b.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, resp.Body)
	}
}

func fuzz(f *testing.F, u string) {
	f.Fuzz(func(t *testing.T, q string) {
		resp, err := http.Get(u + "?q=" + q) // want "response body of resp is not closed"
		if err != nil {
			t.Skip(err)
		}
		if resp.StatusCode >= 500 {
			t.Fatal(resp.Status)
		}
	})
}

// An own T, of which nobody knows whether it returns.

type recorder interface {
	Errorf(format string, args ...any)
}

var errExpected = errors.New("an error is expected")

func errorReported(r recorder, u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	if err == nil {
		r.Errorf("%v", errExpected)
	}
}

type answer struct {
	resp *http.Response
	err  error
}

// The response comes from a channel; the test closes it when it is over.
func awaited(t *testing.T, answers <-chan answer) *http.Response {
	a := <-answers
	if a.err != nil {
		t.Fatal(a.err)
	}
	t.Cleanup(func() { a.resp.Body.Close() })
	return a.resp
}

// Silent: see above.
func await(t *testing.T, answers <-chan answer) {
	resp := awaited(t, answers)
	io.Copy(io.Discard, resp.Body)
}

func awaitedOnly(answers <-chan answer) *http.Response {
	a := <-answers
	return a.resp
}

func awaitOnly(answers <-chan answer) {
	resp := awaitedOnly(answers) // want "response body of resp is not closed"
	io.Copy(io.Discard, resp.Body)
}

func awaitedClosed(answers <-chan answer) *http.Response {
	a := <-answers
	defer a.resp.Body.Close()
	return a.resp
}

// Silent: closed by who received it.
func awaitClosed(answers <-chan answer) int { return awaitedClosed(answers).StatusCode }

func receivedClosed(responses <-chan *http.Response) *http.Response {
	resp := <-responses
	resp.Body.Close()
	return resp
}

// Silent: closed by who received it.
func receiveClosed(responses <-chan *http.Response) int { return receivedClosed(responses).StatusCode }

func received(responses <-chan *http.Response) *http.Response {
	resp := <-responses
	println(resp.Status)
	return resp
}

func receive(responses <-chan *http.Response) int {
	return received(responses).StatusCode // want "response body of received is not closed"
}
