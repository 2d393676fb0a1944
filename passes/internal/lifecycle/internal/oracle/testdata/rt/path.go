package rt

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// MaxTurns is how often a condition of a loop comes out true, at first.
var MaxTurns = 2

// MaxChoices bounds the choices of one path.
const MaxChoices = 60

// A Body is the body of a response, that notes what becomes of it.
type Body struct {
	io.ReadCloser
	Sites   []int // the calls that handed it over, the one that fetched it first
	outer   []int // those around it that have not returned yet
	Touched bool  // read before it was closed
	Ended   bool  // it was read to its end, or failed
	Failed  bool
	Closed  bool
	Kept    bool
	Lent    bool  // there is a reader over it somewhere, that others may read it by
	Shared  bool  // it was kept before it was handed over
	Early   bool  // closed unread
	Partly  bool  // closed before its end
	beside  []int // the goroutines that the call which fetched it was in
}

// now is the path that is being run.
var now struct {
	choices []int // how the choices come out; those that are not there come out 0
	limits  []int
	taken   int
	turns   map[int]int
	most    int  // how often a condition of a loop comes out true
	loops   bool // there was one
	bodies  []*Body
	over    bool
	reading bool
	reads   bool
	handing bool  // bodies are not really read and closed
	opening bool  // nor are they
	beside  []int // the goroutines that the path is in, the outermost first
	started int   // goroutines
	status  bool
}

var errTooLong = errors.New("too many choices")

func choose(most int) int {
	if now.taken == len(now.choices) {
		if now.taken == MaxChoices {
			now.over = true
			panic(errTooLong)
		}
		now.choices = append(now.choices, 0)
		now.limits = append(now.limits, most)
	}
	now.taken++
	return now.choices[now.taken-1]
}

// Over notes that the program ends.
func Over() any {
	now.over = true
	return "over"
}

// Recovered notes that the path ended in a panic.
func Recovered(v any) {
	if v != nil {
		now.over = true
	}
}

// Go runs what a go statement starts.
func Go(f func()) {
	beside := now.beside
	now.started++
	now.beside = append(slices.Clone(beside), now.started)
	defer func() {
		now.beside = beside
		Recovered(recover())
	}()
	f()
}

// Reading says that the next read may fail.
func Reading() { now.reading = now.reads }

// Read reads, and may fail.
func (b *Body) Read(p []byte) (int, error) {
	if now.handing {
		b.Lent = b.Lent || !b.Closed
		return 0, io.EOF
	}
	fails := now.reading && choose(2) == 1
	now.reading = false
	if b.Closed {
		if fails {
			return 0, Err
		}
		return 0, io.EOF
	}
	b.Touched = true
	if fails {
		b.Failed, b.Ended = true, true
		return 0, Err
	}
	n, err := b.ReadCloser.Read(p)
	b.Ended = b.Ended || err == io.EOF
	return n, err
}

// Empty is a body without anything in it.
var Empty io.ReadCloser = empty{}

// Blank is a response without anything in it, with a status like that of others.
var Blank *http.Response

type empty struct{}

func (empty) Read([]byte) (int, error) {
	fails := now.reading && choose(2) == 1
	now.reading = false
	if fails {
		return 0, Err
	}
	return 0, io.EOF
}

func (empty) Close() error { return nil }

// Close closes.
func (b *Body) Close() error {
	if now.opening {
		b.handOver()
		return nil
	}
	if b.Closed {
		return nil
	}
	if now.handing {
		b.Kept = true
		return nil
	}
	b.Closed = true
	defer func() { b.Kept = b.Kept || b.elsewhere() }()
	read := b.Touched || b.Lent
	b.Early = !read && !b.Kept
	b.Partly = read && !b.Ended && !b.Kept
	return b.ReadCloser.Close()
}

// handOver notes that the innermost call around the one that fetched the body hands it to its caller.
func (b *Body) handOver() {
	if n := len(b.outer); n > 0 {
		b.Sites, b.outer = append(b.Sites, b.outer[n-1]), b.outer[:n-1]
	}
	b.Shared = b.Shared || b.Kept
}

// elsewhere reports whether the path is in a goroutine that may run before or after the one that fetched the body.
func (b *Body) elsewhere() bool {
	n := len(now.beside)
	return n > len(b.beside) || !slices.Equal(now.beside, b.beside[:n])
}

// Transport counts the bodies of what Base answers.
type Transport struct{ Base http.RoundTripper }

// RoundTrip fetches, and may fail.
func (t Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if choose(2) == 1 {
		return nil, Err
	}
	if now.status && choose(2) == 1 {
		req = req.Clone(req.Context())
		req.URL.RawQuery = "bad"
	}
	resp, err := t.Base.RoundTrip(req)
	if err != nil {
		panic(err)
	}
	b := &Body{ReadCloser: resp.Body, beside: now.beside}
	for s := range strings.SplitSeq(strings.Trim(req.URL.Path, "/"), "/") {
		n, err := strconv.Atoi(s)
		if err != nil {
			panic(err)
		}
		b.outer = append(b.outer, n)
	}
	last := len(b.outer) - 1
	b.Sites, b.outer = b.outer[last:], b.outer[:last:last]
	resp.Body = b
	now.bodies = append(now.bodies, b)
	return resp, nil
}

func init() { keeping = note }

// Returned notes what a function returned.
func Returned(v any) { note(v) }

// Opened notes what a function returned to another one that is followed.
func Opened(r *http.Response, err error) (*http.Response, error) {
	now.opening = true
	defer func() { now.opening = false }()
	if r != nil && r.Body != nil {
		r.Body.Close()
	}
	return r, err
}

// note marks the bodies that whoever has v could close as handed on, and those that they could read.
func note(v any) {
	defer func() { now.handing = false }()
	now.handing = true
	if r, ok := v.(*http.Response); ok {
		if r == nil {
			return
		}
		v = r.Body
	}
	attempt(func() { v.(io.Reader).Read(make([]byte, 1)) })
	attempt(func() { v.(io.Closer).Close() })
}

// attempt calls f, which may fail for what is nil.
func attempt(f func()) {
	defer func() { recover() }()
	f()
}
