package proof_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// linter is a kalint that finds nothing but one constant, and can mend it.
const linter = `package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	code := 0
	for _, dir := range os.Args[2:] {
		name := filepath.Join(dir, "main.go")
		src, _ := os.ReadFile(name)
		for i, line := range bytes.Split(src, []byte("\n")) {
			if !bytes.Contains(line, []byte("drains = false")) {
				continue
			}
			code = 1
			if os.Args[1] == "-fix" {
				os.WriteFile(name, bytes.Replace(src, []byte("drains = false"), []byte("drains = true"), 1), 0o600)
			} else {
				fmt.Printf("{%q: {\"bodyclose\": [{\"posn\": \"%s:%d:1\", \"message\": \"it leaks\"}]}}\n", dir, filepath.ToSlash(name), i+1)
			}
		}
	}
	os.Exit(code)
}
`

// client sends ten requests, and drains the answers if it is mended.
const client = `package main

import (
	"io"
	"net/http"
	"os"
)

const drains = false // reported

func main() {
	for range 10 {
		resp, err := http.Get(os.Getenv("KAHARNESS_URL") + "/hello")
		if err != nil {
			println(err.Error())
			os.Exit(1)
		}
		if drains {
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
}
`

// head is a case's, with what it expects.
func head(expect string) string { return "// A client.\n//\n//proof:expect go1.26 " + expect + "\n" }

// suite makes a repository with the programs given, by their IDs.
func suite(t *testing.T, programs map[string]string) *proof.Suite {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{"go.mod": "module github.com/kalint/kalint\n\ngo 1.26.0\n", "cmd/kalint/main.go": linter}
	for id, text := range programs {
		files["testdata/proof/"+id+"/main.go"] = text
	}
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	all, err := cases.Load(root)
	require.NoError(t, err)
	tc, err := toolchain.Find(t.Context(), root, "")
	require.NoError(t, err)
	return &proof.Suite{Root: root, Temp: t.TempDir(), Cases: all, Tools: []*toolchain.Toolchain{tc}}
}

func TestProblems(t *testing.T) {
	unmarked := strings.Replace(client, "main()", "main() /* here */", 1)
	unmarked = strings.Replace(unmarked, " // reported", "", 1)
	silent := strings.Replace(client, "drains = false", "drains = (false)", 1)
	want := map[string][]string{
		"bodyclose/right":  nil,
		"bodyclose/counts": {"connections: 10, expected 7", "connections after the fix: 1, expected 2..3"},
		"bodyclose/silent": {
			"marked but not reported: line 12", "kalint has no fix, and there is no bodyclose/silent/fixed/main.go",
			"connections after the fix: 10, expected 1",
		},
		"bodyclose/future":   {"nothing is expected under " + runtime.Version()},
		"bodydrain/another":  {"reported though not marked: line 12: it leaks (bodyclose)"},
		"fine/unmarked":      {"reported though not marked: line 12: it leaks (bodyclose)", "reported after the fix still: line 12: it leaks (bodyclose)"},
		"fine/nothing-wrong": nil,
	}
	s := suite(t, map[string]string{
		"bodyclose/right":    head("10 -> 1") + client,
		"bodyclose/counts":   head("7 -> 2..3") + client,
		"bodyclose/silent":   head("10 -> 1") + silent,
		"bodyclose/future":   strings.Replace(head("10 -> 1"), "go1.26", "go1.99", 1) + client,
		"bodydrain/another":  head("10 -> 1") + client,
		"fine/unmarked":      head("10") + unmarked,
		"fine/nothing-wrong": head("1") + strings.Replace(unmarked, "drains = false", "drains = true", 1),
	})
	results, err := s.Run(t.Context())
	require.NoError(t, err)
	for _, r := range results {
		t.Run(r.Case.ID(), func(t *testing.T) {
			assert.ElementsMatch(t, want[r.Case.ID()], r.Problems)
			agree(t, "before", r.Before)
		})
	}
}

// With another load the counts are shown, and not held against anything.
func TestCustomLoad(t *testing.T) {
	s := suite(t, map[string]string{"bodyclose/counts": head("7 -> 2") + client})
	s.Load = proof.Load{Latency: time.Millisecond, TLS: true}
	s.Pcap = t.TempDir()
	results, err := s.Run(t.Context())
	require.NoError(t, err)
	r := results[0]
	if r.Skipped != "" {
		t.Skip(r.Skipped)
	}
	assert.Empty(t, r.Problems)
	assert.Equal(t, 10, r.Before.Connections())
	assert.Equal(t, 1, r.After.Connections())
	if r.Before.Client != nil {
		assert.Equal(t, 10, r.Before.Client.Handshakes)
		assert.Positive(t, r.Before.Client.Handshake)
	}
	if r.Before.Packets != nil {
		files, err := os.ReadDir(s.Pcap)
		require.NoError(t, err)
		require.Len(t, files, 2)
		pcap, err := os.ReadFile(filepath.Join(s.Pcap, files[0].Name()))
		require.NoError(t, err)
		assert.Equal(t, "\x4d\x3c\xb2\xa1", string(pcap[:4]), "the magic number of pcap with nanoseconds")
		assert.Greater(t, len(pcap), 1000)
	}
}

func TestProgramsThatFail(t *testing.T) {
	fails := strings.Replace(client, "main() {", "main() {\n\tprintln(\"one\\ntwo\")\n\tos.Exit(3)", 1)
	_, err := suite(t, map[string]string{"bodyclose/fails": head("10 -> 1") + fails}).Run(t.Context())
	assert.ErrorContains(t, err, "bodyclose/fails (before the fix): exit status 3: two")

	broken := strings.Replace(client, "range 10", "range ten", 1)
	_, err = suite(t, map[string]string{"bodyclose/broken": head("10 -> 1") + broken}).Run(t.Context())
	assert.ErrorContains(t, err, "proof/bodyclose/broken: ")
	assert.ErrorContains(t, err, "undefined: ten")
}

// What is under way ends with the context, and soon.
func TestInterrupted(t *testing.T) {
	hangs := strings.Replace(client, "main() {", "main() {\n\tselect {}", 1)
	hangs = strings.Replace(hangs, "select {}", "for { time.Sleep(time.Hour) }", 1)
	hangs = strings.Replace(hangs, `"os"`, "\"os\"\n\t\"time\"", 1)
	s := suite(t, map[string]string{"bodyclose/hangs": head("10 -> 1") + hangs})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s.Step = func(p proof.Progress) {
		if strings.HasSuffix(p.Doing, "bodyclose/hangs") {
			time.AfterFunc(200*time.Millisecond, cancel)
		}
	}
	began := time.Now()
	_, err := s.Run(ctx)
	assert.ErrorIs(t, err, context.Canceled)
	assert.Less(t, time.Since(began), 45*time.Second)
}
