package nilcheck

import (
	"bufio"
	"io"
	"net/http"
	"sync"
)

// A chunk loads itself once.
type chunk struct {
	mu     sync.Mutex
	url    string
	stream io.ReadCloser
	loaded bool
}

// A framed body is read through something else.
type framed struct {
	io.Reader
	body io.Closer
}

func (f framed) Close() error { return f.body.Close() }

// Silent: the only caller has checked that there is no stream yet, so that the body is closed unless it becomes that.
func (c *chunk) fetch() error {
	resp, err := http.Get(c.url)
	if err != nil {
		return err
	}
	defer func() {
		if c.stream == nil {
			resp.Body.Close()
		}
	}()
	r := bufio.NewReader(resp.Body)
	if _, err := r.Peek(2); err != nil {
		return err
	}
	c.stream = framed{r, resp.Body}
	return nil
}

func (c *chunk) Stream() (io.ReadCloser, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stream == nil {
		if err := c.fetch(); err != nil {
			return nil, err
		}
	}
	return c.stream, nil
}

// Silent: both callers have checked it, one by returning early.
func fill(c *chunk) {
	resp, err := http.Get(c.url)
	if err != nil || c.loaded {
		return
	}
	resp.Body.Close()
}

func Early(c *chunk, n int) {
	if c.loaded {
		return
	}
	c.url = "http://localhost"
	fill(c)
}

func Both(c *chunk, n int) {
	if n > 1 && !c.loaded {
		fill(c)
	}
}

// One of the callers has not checked it.
func (c *chunk) again() {
	resp, err := http.Get(c.url) // want "not closed when the function returns"
	if err != nil {
		return
	}
	if c.stream == nil {
		resp.Body.Close()
	}
}

func (c *chunk) Checked() {
	if c.stream == nil {
		c.again()
	}
}

func (c *chunk) Unchecked() { c.again() }

// The caller checks another chunk.
func (c *chunk) other() {
	resp, err := http.Get(c.url) // want "not closed when the function returns"
	if err != nil {
		return
	}
	if c.stream == nil {
		resp.Body.Close()
	}
}

func (c *chunk) Other(d *chunk) {
	if d.stream == nil {
		c.other()
	}
}

// The caller lets somebody else have it after the check.
func (c *chunk) changed() {
	resp, err := http.Get(c.url) // want "not closed when the function returns"
	if err != nil {
		return
	}
	if c.stream == nil {
		resp.Body.Close()
	}
}

func (c *chunk) Changed() {
	if c.stream == nil {
		if err := c.fetch(); err != nil {
			return
		}
		c.changed()
	}
}

// It holds for the first turn only.
func (c *chunk) turn() {
	resp, err := http.Get(c.url) // want "not closed when the function returns"
	if err != nil {
		return
	}
	if c.stream == nil {
		resp.Body.Close()
		c.stream = http.NoBody
	}
}

func (c *chunk) Turns() {
	if c.stream == nil {
		for range 3 {
			c.turn()
		}
	}
}

// The function lets somebody else have the object before it asks.
func (c *chunk) lends() {
	resp, err := http.Get(c.url) // want "not closed when the function returns"
	if err != nil {
		return
	}
	refill(c)
	if c.stream == nil {
		resp.Body.Close()
	}
}

func (c *chunk) Lends() {
	if c.stream == nil {
		c.lends()
	}
}

func refill(c *chunk) { c.stream = http.NoBody }

// What is checked is that there is one.
func (c *chunk) opposite() {
	resp, err := http.Get(c.url) // want "not closed when the function returns"
	if err != nil {
		return
	}
	if c.stream == nil {
		resp.Body.Close()
	}
}

func (c *chunk) Opposite() {
	if c.stream == nil {
		return
	}
	c.opposite()
}

// The call is made later.
func (c *chunk) later() {
	resp, err := http.Get(c.url) // want "not closed when the function returns"
	if err != nil {
		return
	}
	if c.stream == nil {
		resp.Body.Close()
	}
}

func (c *chunk) Later() {
	if c.stream == nil {
		defer c.later()
		c.stream = http.NoBody
	}
}
