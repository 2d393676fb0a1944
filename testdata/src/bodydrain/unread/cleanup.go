package unread

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a test closes when it is over can be read until then.

func cleanedUp(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 20"
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func cleanedUpByInterface(t testing.TB, u string) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 30"
	require.NoError(t, err)
	t.Cleanup(func() {
		if err := resp.Body.Close(); err != nil {
			t.Error(err)
		}
	})
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func cleanedUpInTurns(b *testing.B, u string) {
	for range b.N {
		resp, err := http.Get(u) // want "response body of resp is closed unread at line 43"
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { resp.Body.Close() })
	}
}

func readBeforeCleanup(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	b, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	t.Log(len(b))
}

func readInCleanup(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	})
}

func readByHelper(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	decodeInto(t, resp, new(any))
}

func decodeInto(t *testing.T, resp *http.Response, v any) {
	require.NoError(t, json.NewDecoder(resp.Body).Decode(v))
}

func readInSubtest(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	t.Run("body", func(t *testing.T) {
		_, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
	})
}

func readBesides(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	go io.Copy(io.Discard, resp.Body)
}

func readOnSomePath(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	if resp.StatusCode == http.StatusOK {
		io.Copy(io.Discard, resp.Body)
	}
}

func lookedAtInSubtest(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 105"
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	t.Run("status", func(t *testing.T) { require.Equal(t, http.StatusOK, resp.StatusCode) })
}

// What others have as well they may read.

func returnedBeforeCleanup(t *testing.T, u string) *http.Response {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	return resp
}

func returnedInReader(t *testing.T, u string) io.Reader {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	return io.MultiReader(strings.NewReader("> "), resp.Body)
}

func returnedInLiteral(t *testing.T, u string) func() []byte {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	return func() []byte {
		b, _ := io.ReadAll(resp.Body)
		return b
	}
}

type session struct{ last *http.Response }

func (s *session) storedBeforeCleanup(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	s.last = resp
	t.Cleanup(func() { resp.Body.Close() })
}

func (s *session) storedBehindCleanup(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	s.last = resp
}

func sentBehindCleanup(t *testing.T, u string, to chan<- *http.Response) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	to <- resp
}

func givenBehindCleanup(t *testing.T, u string, look func(*http.Response)) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	look(resp)
}

func outerBehindCleanup(t *testing.T, u string) {
	var resp *http.Response
	fetch := func() {
		var err error
		resp, err = http.Get(u)
		require.NoError(t, err)
		t.Cleanup(func() { resp.Body.Close() })
	}
	fetch()
	_, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
}

func closesLater(t *testing.T, resp *http.Response) { t.Cleanup(func() { resp.Body.Close() }) }

func readBehindHelper(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	closesLater(t, resp)
	_, err = io.ReadAll(resp.Body)
	require.NoError(t, err)
}

func noContentBehindCleanup(t *testing.T, u string) {
	resp, err := http.Get(u) // where the test goes on, there was no body
	require.NoError(t, err)
	t.Cleanup(func() { resp.Body.Close() })
	require.Equal(t, http.StatusNoContent, resp.StatusCode)
}
