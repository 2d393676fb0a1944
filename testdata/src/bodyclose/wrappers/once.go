package wrappers

import (
	"io"
	"net/http"
	"runtime"
	"sync"
	"sync/atomic"
)

// A download closes its body once, and says so by a flag.
type download struct {
	resp   *http.Response
	closed bool
	mu     sync.Mutex
}

func openDownload(url string) (*download, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &download{resp: resp}, nil
}

func (d *download) Next() bool {
	if _, err := d.resp.Body.Read(make([]byte, 1)); err != nil {
		d.Close()
		return false
	}
	return true
}

func (d *download) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil
	}
	d.closed = true
	return d.resp.Body.Close()
}

// Silent: as long as it is open, the flag is not set.
func silentDownload(url string) error {
	d, err := openDownload(url)
	if err != nil {
		return err
	}
	defer d.Close()
	for d.Next() {
	}
	return nil
}

// Reported: Next need not come to its end.
func reportedDownload(url string) (bool, error) {
	d, err := openDownload(url) // want `response body of d is not closed`
	if err != nil {
		return false, err
	}
	return d.Next(), nil
}

// A stream's flag is set by others as well.
type stream struct {
	body    io.ReadCloser
	stopped bool
}

func (s *stream) Stop() { s.stopped = true }

func (s *stream) Close() error {
	if s.stopped {
		return nil
	}
	s.stopped = true
	return s.body.Close()
}

func openStream(url string) (*stream, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &stream{body: resp.Body}, nil
}

// Silent: it was not set since the stream was made.
func silentStream(url string) error {
	s, err := openStream(url)
	if err != nil {
		return err
	}
	return s.Close()
}

// Reported: it was set without a close.
func reportedStream(url string) error {
	s, err := openStream(url) // want `response body of s is not closed`
	if err != nil {
		return err
	}
	s.Stop()
	return s.Close()
}

// A swapped wrapper's flag is for many goroutines.
type swapped struct {
	body io.ReadCloser
	done atomic.Bool
}

func (s *swapped) Close() error {
	if s.done.Swap(true) {
		return nil
	}
	return s.body.Close()
}

func (s *swapped) CloseOnce() error {
	if !s.done.CompareAndSwap(false, true) {
		return nil
	}
	return s.body.Close()
}

// A counted wrapper's flag is a number.
type counted struct {
	body io.ReadCloser
	shut int32
}

func (c *counted) Close() error {
	if !atomic.CompareAndSwapInt32(&c.shut, 0, 1) {
		return nil
	}
	return c.body.Close()
}

func openCounted(url string) (*counted, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &counted{body: resp.Body}, nil
}

func silentCounted(url string) error {
	c, err := openCounted(url)
	if err != nil {
		return err
	}
	return c.Close()
}

// A reopened one's is taken back, and the other way round it says nothing.
type reopened struct {
	body io.ReadCloser
	shut int32
}

func (r *reopened) Close() error {
	if !atomic.CompareAndSwapInt32(&r.shut, 1, 0) {
		return nil
	}
	return r.body.Close()
}

func openReopened(url string) (*reopened, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &reopened{body: resp.Body}, nil
}

func reportedReopened(url string) error {
	r, err := openReopened(url) // want `response body of r is not closed`
	if err != nil {
		return err
	}
	return r.Close()
}

func openSwapped(url string) (*swapped, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &swapped{body: resp.Body}, nil
}

func silentSwapped(url string) error {
	s, err := openSwapped(url)
	if err != nil {
		return err
	}
	return s.Close()
}

func silentSwappedOnce(url string) error {
	s, err := openSwapped(url)
	if err != nil {
		return err
	}
	return s.CloseOnce()
}

func reportedSwapped(url string) (bool, error) {
	s, err := openSwapped(url) // want `response body of s is not closed`
	if err != nil {
		return false, err
	}
	return s.done.Load(), nil
}

// A paired wrapper's flag is of what else it has.
type paired struct {
	body, log io.ReadCloser
	logClosed bool
}

func (p *paired) CloseLog() error {
	p.logClosed = true
	return p.log.Close()
}

func (p *paired) Close() error {
	if p.logClosed {
		return nil
	}
	return p.body.Close()
}

func openPaired(url string, log io.ReadCloser) (*paired, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &paired{body: resp.Body, log: log}, nil
}

func reportedPaired(url string, log io.ReadCloser) error {
	p, err := openPaired(url, log) // want `response body of p is not closed`
	if err != nil {
		return err
	}
	_ = p.CloseLog()
	return p.Close()
}

type phase int

const (
	pending phase = iota
	fetched
)

// A document is read when it is asked for, and kept.
type document struct {
	resp    *http.Response
	phase   phase
	content []byte
	err     error
}

func openDocument(url string) (*document, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &document{resp: resp, phase: pending}, nil
}

func (d *document) ByPhase() []byte {
	if d.phase == fetched {
		return d.content
	}
	d.content, d.err = io.ReadAll(d.resp.Body)
	d.resp.Body.Close()
	d.phase = fetched
	return d.content
}

func (d *document) ByContent() []byte {
	if d.content == nil && d.err == nil {
		d.content, d.err = io.ReadAll(d.resp.Body)
		d.resp.Body.Close()
	}
	return d.content
}

func silentByPhase(url string) ([]byte, error) {
	d, err := openDocument(url)
	if err != nil {
		return nil, err
	}
	return d.ByPhase(), nil
}

func silentByContent(url string) ([]byte, error) {
	d, err := openDocument(url)
	if err != nil {
		return nil, err
	}
	return d.ByContent(), nil
}

func reportedByPhase(url string) ([]byte, error) {
	d, err := openDocument(url) // want `response body of d is not closed`
	if err != nil {
		return nil, err
	}
	d.phase = fetched
	return d.ByPhase(), nil
}

// Silent: what nobody has any more is closed.
func openFinalized(url string) (*document, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	d := &document{resp: resp}
	runtime.SetFinalizer(d, func(d *document) { d.resp.Body.Close() })
	return d, nil
}

func openCleanedUp(url string) (*document, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	d := &document{resp: resp}
	runtime.AddCleanup(d, func(c io.Closer) { c.Close() }, io.Closer(resp.Body))
	return d, nil
}

func silentFinalized(url string) (int, error) {
	d, err := openFinalized(url)
	if err != nil {
		return 0, err
	}
	c, err := openCleanedUp(url)
	if err != nil {
		return 0, err
	}
	return d.resp.StatusCode + c.resp.StatusCode, nil
}
