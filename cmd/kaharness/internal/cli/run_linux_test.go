package cli_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// working makes a repository whose one case can be run: its kalint finds the mark
// and mends it.
func working(t *testing.T, main string) string {
	t.Helper()
	root := repository(t)
	for name, text := range map[string]string{
		"cmd/kalint/main.go": `package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	name := filepath.Join(os.Args[len(os.Args)-1], "main.go")
	src, _ := os.ReadFile(name)
	switch mark := []byte("const drains = false"); {
	case !bytes.Contains(src, mark):
	case os.Args[1] == "-fix":
		os.WriteFile(name, bytes.Replace(src, mark, []byte("const drains = true"), 1), 0o600)
	default:
		fmt.Printf("{\"p\": {\"bodyclose\": [{\"posn\": \"%s:%d:1\", \"message\": \"m\"}]}}", name, 1+bytes.Count(src[:bytes.Index(src, mark)], []byte("\n")))
		os.Exit(1)
	}
}
`,
		"testdata/proof/bodyclose/never/main.go": "// Never closed.\n//\n//proof:expect go1.26 10 -> 1\npackage main\n\n" + main,
	} {
		name = filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	return root
}

const leaks = `import (
	"io"
	"net/http"
	"os"
)

const drains = false // reported

func main() {
	for range 10 {
		resp, err := http.Get(os.Getenv("KAHARNESS_URL") + "/hello")
		if err != nil {
			panic(err)
		}
		if drains {
			io.Copy(io.Discard, resp.Body)
		}
	}
}
`

// TestRun runs a case and has all its forms of report. Nothing else is left in
// the folder, nor in that for temporary files.
func TestRun(t *testing.T) {
	root, temp := working(t, leaks), t.TempDir()
	env := []string{"TMPDIR=" + temp}
	r := run(t, root, env, "-json", "-html", "page.html", "-pcap", "packets")
	require.Equal(t, 0, r.code, r.stderr+r.out)
	var read struct {
		Results []struct {
			Before, After struct{ Accepts struct{ Opened int } }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(r.out), &read))
	assert.Equal(t, 10, read.Results[0].Before.Accepts.Opened)
	assert.Equal(t, 1, read.Results[0].After.Accepts.Opened)
	page, err := os.ReadFile(filepath.Join(root, "page.html"))
	require.NoError(t, err)
	assert.Contains(t, string(page), "</html>")
	assert.Equal(t, []string{"cmd", "go.mod", "packets", "page.html", "testdata"}, names(t, root))
	assert.Empty(t, names(t, temp))

	// With what it does not expect.
	name := filepath.Join(root, "testdata", "proof", "bodyclose", "never", "main.go")
	src, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, bytes.Replace(src, []byte("10 -> 1"), []byte("9 -> 1"), 1), 0o600))
	r = run(t, root, env)
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.out, "connections: 10, expected 9")
	assert.Empty(t, r.stderr)
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// TestInterrupt sends Ctrl-C's signal while a program hangs that has started
// another one: all is gone then.
func TestInterrupt(t *testing.T) {
	pidfile := filepath.Join(t.TempDir(), "pid")
	root, temp := working(t, `import (
	"os"
	"os/exec"
	"strconv"
	"time"
)

const drains = false // reported

func main() {
	sleep := exec.Command("sleep", "600")
	if err := sleep.Start(); err != nil {
		panic(err)
	}
	os.WriteFile(`+strconv.Quote(pidfile+".new")+`, []byte(strconv.Itoa(sleep.Process.Pid)), 0o600)
	os.Rename(`+strconv.Quote(pidfile+".new")+", "+strconv.Quote(pidfile)+`)
	time.Sleep(10 * time.Minute)
}
`), t.TempDir()
	cmd := exec.Command(kaharness)
	cmd.Dir = root
	cmd.Env = append(cmd.Environ(), "TMPDIR="+temp)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	require.NoError(t, cmd.Start())
	defer func() { _ = cmd.Process.Kill() }() // it has ended, if all went well
	var pid int
	require.Eventually(t, func() bool {
		data, err := os.ReadFile(pidfile)
		if err != nil {
			return false
		}
		pid, err = strconv.Atoi(string(data))
		return err == nil
	}, 2*time.Minute, 10*time.Millisecond)
	require.NoError(t, cmd.Process.Signal(syscall.SIGINT))
	require.Error(t, cmd.Wait())
	assert.Equal(t, 2, cmd.ProcessState.ExitCode())
	assert.Equal(t, "kaharness: interrupted\n", stderr.String())
	assert.Eventually(t, func() bool { return syscall.Kill(pid, 0) == syscall.ESRCH }, 20*time.Second, 10*time.Millisecond)
	assert.Empty(t, names(t, temp))
}

// TestWatch watches this test as it sends requests to a server that closes each
// connection, and to one that does not.
func TestWatch(t *testing.T) {
	if os.Getenv(urls) != "" {
		for url := range strings.SplitSeq(os.Getenv(urls), " ") {
			for range 5 {
				resp, err := http.Get(url)
				require.NoError(t, err)
				resp.Body.Close() // it is empty
			}
		}
		return
	}
	// What is open for less than a look takes may not be seen.
	const long = 50 * time.Millisecond
	keeps := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { time.Sleep(long) }))
	defer keeps.Close()
	closes := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(long)
		w.Header().Set("Connection", "close")
	}))
	defer closes.Close()
	r := run(t, t.TempDir(), []string{"KAHARNESS_TEST_URLS=" + keeps.URL + " " + closes.URL},
		"watch", "--", os.Args[0], "-test.run=^TestWatch$", "-test.v")
	assert.Equal(t, 0, r.code, r.stderr)
	assert.Contains(t, r.out, "PASS", "the command's output")
	assert.Regexp(t, `(?m)^`+strings.TrimPrefix(keeps.URL, "http://")+` +1 +(1|n/a) +1 +(5|n/a) +(5\.0|n/a)$`, r.stderr)
	assert.Regexp(t, `(?m)^`+strings.TrimPrefix(closes.URL, "http://")+` +5 +(5|n/a) +5 +(5|n/a) +(1\.0|n/a)$`, r.stderr)

	r = run(t, t.TempDir(), nil, "watch", "--", "sh", "-c", "exit 7")
	assert.Equal(t, 7, r.code)
	assert.Empty(t, r.out)
}
