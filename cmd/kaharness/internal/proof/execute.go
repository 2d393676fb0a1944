package proof

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
	"github.com/kalint/kalint/cmd/kaharness/internal/proc"
	"github.com/kalint/kalint/cmd/kaharness/internal/server"
)

// The two states of a program.
const before, after = "before", "after"

// limit is how long a program may run.
const limit = time.Minute

// execute runs a program against a server of its own.
func (b *bench) execute(ctx context.Context, c *cases.Case, state string) (*Run, error) {
	pcap := ""
	if b.Pcap != "" {
		pcap = filepath.Join(b.Pcap, strings.Join([]string{c.Rule, c.Name, b.tc.Version, state}, "-")+".pcap")
	}
	run, err := Execute(ctx, b.exe(c, state), nil, Setting{
		Load: b.Load, TLS: c.TLS, HTTP2: c.HTTP2,
		Authority: b.authority, Untraced: b.untraced, Pcap: pcap,
	})
	if err != nil {
		return nil, fmt.Errorf("%s (%s the fix): %w", c.ID(), state, err)
	}
	return run, nil
}

// A Setting is what a program runs against.
type Setting struct {
	Load       Load
	TLS, HTTP2 bool
	Authority  *server.Authority
	Untraced   error  // why the program was built without a trace
	Pcap       string // the file for its packets, or ""
}

// Execute runs a program against a server of its own, with the observers at it.
func Execute(ctx context.Context, exe string, args []string, set Setting) (*Run, error) {
	opts := server.Options{HTTP2: set.HTTP2, Latency: set.Load.Latency}
	if set.TLS || set.Load.TLS {
		opts.Authority = set.Authority
	}
	srv, err := server.Start(opts)
	if err != nil {
		return nil, err
	}
	defer srv.Close()

	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	cmd := proc.Command(ctx, exe, args...)
	cmd.Dir = filepath.Dir(exe)
	cmd.Env = environ(cmd.Environ(), srv, set)
	said := new(tail)
	cmd.Stdout, cmd.Stderr = said, said

	target := &observe.Target{Addr: srv.Addr, Watch: srv.Watch, Cmd: cmd}
	watchers := observe.Start(target,
		observe.NewAccepts(), observe.NewSockets(), observe.NewPackets(set.Pcap), observe.NewClient(set.Untraced))
	began := time.Now()
	err = start(cmd, target)
	run := &Run{Elapsed: time.Since(began)}
	srv.Settle(settle)
	run.Requests = srv.Requests()
	run.Counts = watchers.Stop()
	if ctx.Err() != nil {
		return nil, errors.Join(fmt.Errorf("stopped after %s", run.Elapsed.Round(time.Millisecond)), context.Cause(ctx))
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, said)
	}
	run.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return run, nil
}

// settle is how long the connections have to come to their end once the program
// has ended. It is the slowest answer that decides.
const settle = 2 * time.Second

// start runs the program to its end.
func start(cmd *exec.Cmd, target *observe.Target) error {
	err := cmd.Start()
	target.Started()
	if err != nil {
		return err
	}
	defer proc.Kill(cmd)
	return cmd.Wait()
}

// environ tells the program what to do.
func environ(env []string, srv *server.Server, set Setting) []string {
	env = append(env, "KAHARNESS_URL="+srv.URL)
	for _, proxy := range []string{"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"} {
		env = append(env, proxy+"=")
	}
	for name, n := range map[string]int{"KAHARNESS_REQUESTS": set.Load.Requests, "KAHARNESS_CONCURRENCY": set.Load.Concurrency} {
		if n == 0 {
			n = DefaultLoad
		}
		env = append(env, name+"="+strconv.Itoa(n))
	}
	if strings.HasPrefix(srv.URL, "https:") {
		// To read the system's certificates as well would cost as much as handshakes.
		env = append(env, "SSL_CERT_FILE="+set.Authority.File, "SSL_CERT_DIR="+os.DevNull)
	}
	return env
}

// DefaultLoad is the number of requests, and of goroutines, that the cases have
// when nothing else is asked for.
const DefaultLoad = 10

// A tail keeps the end of what a program prints.
type tail struct {
	mu   sync.Mutex
	kept []byte
}

func (t *tail) Write(p []byte) (int, error) {
	const most = 1 << 10
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept = append(t.kept, p...)
	if n := len(t.kept); n > most {
		t.kept = append(t.kept[:0], t.kept[n-most:]...)
	}
	return len(p), nil
}

// String is the last line.
func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	kept := bytes.TrimSpace(t.kept)
	return string(kept[bytes.LastIndexByte(kept, '\n')+1:])
}
