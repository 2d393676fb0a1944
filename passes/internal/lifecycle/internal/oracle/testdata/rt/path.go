package rt

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// MaxTurns is how often a condition of a loop comes out true.
var MaxTurns = 2

// MaxChoices bounds the choices of one path.
const MaxChoices = 60

// A Body is the body of a response, that notes what becomes of it.
type Body struct {
	io.ReadCloser
	Sites   []int // the calls that fetched it, the outermost first
	Touched bool  // read before it was closed
	Ended   bool  // it was read to its end, or failed
	Failed  bool
	Closed  bool
	Kept    bool
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
	bodies  []*Body
	over    bool
	reading bool
	reads   bool
	handing bool  // bodies are not really closed
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
	if b.Closed {
		return nil
	}
	if now.handing {
		b.Kept = true
		return nil
	}
	b.Closed = true
	defer func() { b.Kept = b.Kept || b.elsewhere() }()
	b.Early = !b.Touched && !b.Kept
	b.Partly = b.Touched && !b.Ended && !b.Kept
	return b.ReadCloser.Close()
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
		b.Sites = append(b.Sites, n)
	}
	resp.Body = b
	now.bodies = append(now.bodies, b)
	return resp, nil
}

func init() { keeping = note }

// Returned notes what a function returned.
func Returned(v any) { note(v) }

// note marks the bodies that whoever has v could close as handed on.
func note(v any) {
	defer func() { // of what is nil
		recover()
		now.handing = false
	}()
	now.handing = true
	switch v := v.(type) {
	case *http.Response:
		v.Body.Close()
	case io.Closer:
		v.Close()
	}
}
