package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const goMod = "module example.com/m\n\ngo 1.26\n"

// A body that is not closed, and a test.
var leak = map[string]string{
	"go.mod": goMod,
	"m.go": `package m

import "net/http"

func Status(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
`,
	"m_test.go": `package m

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestStatus(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	if code, err := Status(srv.URL); code != 404 || err != nil {
		t.Fatal(code, err)
	}
}

func TestFails(t *testing.T) { t.Fatal("always") }
`,
}

// copies are two copies of a module.
func copies(t *testing.T, r *runner, files map[string]string) *fixed {
	t.Helper()
	all := target{module: "example.com/m", patterns: []string{"./..."}}
	return &fixed{r, all, tree(t, files), tree(t, files), time.Minute}
}

func TestFixes(t *testing.T) {
	r, err := newRunner(t.Context(), ".", t.TempDir(), goOfList(t), []string{kalint, noop})
	require.NoError(t, err)

	t.Run("right", func(t *testing.T) {
		m := copies(t, r, leak)
		found, err := m.runIn(t.Context(), kalint, m.before, m.target, m.limit)
		require.NoError(t, err)
		did, failures, err := m.check(t.Context(), found)
		require.NoError(t, err)
		assert.Empty(t, failures)
		assert.Equal(t, "1 fix in 1 file, 1 tests in 1 of 1 packages", did)
	})

	// What a wrong fix leaves behind.
	t.Run("wrong", func(t *testing.T) {
		m := copies(t, r, leak)
		write := func(text string) {
			require.NoError(t, os.WriteFile(filepath.Join(m.after, "m.go"), []byte(text), 0o666))
		}
		changed, err := m.changed()
		require.NoError(t, err)
		assert.Empty(t, changed)

		write("package m\n\nimport \"net/http\"\n\nfunc Status(url string) (int, error) { return 0 , nil }\n")
		changed, err = m.changed()
		require.NoError(t, err)
		assert.Equal(t, []string{"m.go"}, changed)
		assert.Equal(t, []string{"m.go is not gofmt'ed any more"}, m.unformatted(changed))
		failures, err := m.uncompiled(t.Context())
		require.NoError(t, err)
		require.Len(t, failures, 1)
		assert.Contains(t, failures[0], `example.com/m does not compile any more: ./m.go:3:8: "net/http" imported and not used`)

		write("package m\n\nfunc Status(url string) (int, error) { return 0, nil }\n")
		failures, err = m.uncompiled(t.Context())
		require.NoError(t, err)
		assert.Empty(t, failures)
		passed, lost, err := m.test(t.Context(), changed)
		require.NoError(t, err)
		assert.Equal(t, "1 tests in 1 of 1 packages", passed)
		assert.Equal(t, []string{"TestStatus in example.com/m passes no more"}, lost)
	})

	t.Run("left", func(t *testing.T) {
		m := copies(t, r, leak)
		found, err := m.runIn(t.Context(), kalint, m.before, m.target, m.limit)
		require.NoError(t, err)
		failures, err := m.left(t.Context(), found)
		require.NoError(t, err)
		require.Len(t, failures, 2)
		assert.Contains(t, failures[0], "there is more to fix:\n--- a/m.go\n+++ b/m.go\n")
		assert.Contains(t, failures[1], "m.go:6:15: still or newly reported: bodyclose: response body of resp is not closed")

		found[0].fixable = false // then nothing is said of it
		failures, err = m.left(t.Context(), found)
		require.NoError(t, err)
		assert.Len(t, failures, 1)
	})
}

func TestParseTests(t *testing.T) {
	passed, err := parseTests([]byte(`{"Action":"pass","Package":"a","Test":"TestA/x"}
{"Action":"fail","Package":"a","Test":"TestB"}
{"Action":"pass","Package":"a"}
`))
	require.NoError(t, err)
	assert.Equal(t, map[test]bool{{"a", "TestA/x"}: true}, passed)
	_, err = parseTests([]byte("no JSON"))
	assert.ErrorContains(t, err, "cannot read go test's JSON")
}
