package options

import (
	"encoding/json"
	"io"
	"net/http"
)

// What becomes of the response hangs on which fields of the options are nil.

type call struct {
	Into any
	Keep bool
}

// send closes the body unless the caller asks to keep it, and nothing to be decoded.
func (c *caller) send(url string, o *call) (*http.Response, error) {
	resp, err := c.client.Get(url)
	if err != nil {
		return nil, err
	}
	if o.Into != nil {
		defer resp.Body.Close()
		if err := json.NewDecoder(resp.Body).Decode(o.Into); err != nil {
			return nil, err
		}
	}
	if !o.Keep && o.Into == nil {
		defer resp.Body.Close()
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

type caller struct{ client http.Client }

// fill makes options of its arguments where there are none.
func (c *caller) fill(url string, into any, o *call) (*http.Response, error) {
	if o == nil {
		o = new(call)
	}
	if into != nil {
		o.Into = into
	}
	return c.send(url, o)
}

func sendPlain(c *caller) (http.Header, error) {
	resp, err := c.send("http://x", &call{})
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func sendInto(c *caller, v any) (http.Header, error) {
	resp, err := c.send("http://x", &call{Into: v})
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func sendIntoLocal(c *caller) (http.Header, error) {
	var v struct{ A int }
	resp, err := c.send("http://x", &call{Into: &v, Keep: true})
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func sendKept(c *caller) (http.Header, error) {
	resp, err := c.send("http://x", &call{Keep: true}) // want `response body of resp is not closed`
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func sendKeptClosed(c *caller) (http.Header, error) {
	resp, err := c.send("http://x", &call{Keep: true})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp.Header, nil
}

// sendGiven cannot know what its callers want.
func sendGiven(c *caller, o *call) (http.Header, error) {
	resp, err := c.send("http://x", o)
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func fillNone(c *caller) (http.Header, error) {
	resp, err := c.fill("http://x", nil, nil)
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func fillInto(c *caller) (http.Header, error) {
	var v struct{ A int }
	resp, err := c.fill("http://x", &v, nil)
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

// saved keeps the body open where there is a place to save it to.
type saved struct {
	To   io.Writer
	Head *http.Header
}

func (c *caller) save(url string, s saved) (*http.Response, error) {
	resp, err := c.client.Get(url)
	if err != nil {
		return nil, err
	}
	if s.Head != nil {
		*s.Head = resp.Header
	}
	if s.To == nil {
		return resp, resp.Body.Close()
	}
	return resp, nil
}

func saveNowhere(c *caller) int {
	resp, err := c.save("http://x", saved{})
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func saveTo(c *caller, w io.Writer) (int64, error) {
	resp, err := c.save("http://x", saved{To: struct{ io.Writer }{w}}) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return io.Copy(w, resp.Body)
}

// sendAgain asks for the same field twice, with nothing in between that could have changed it.
func (c *caller) sendAgain(url string, o *call, tries int) (*http.Response, error) {
	resp, err := c.client.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusServiceUnavailable && tries > 0 {
		resp.Body.Close()
		return c.sendAgain(url, o, tries-1)
	}
	if o.Into != nil {
		defer resp.Body.Close()
		if err := json.NewDecoder(resp.Body).Decode(o.Into); err != nil {
			return nil, err
		}
	}
	if !o.Keep && o.Into == nil {
		defer resp.Body.Close()
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

func againPlain(c *caller) (http.Header, error) {
	resp, err := c.sendAgain("http://x", &call{}, 3)
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func againKept(c *caller) (http.Header, error) {
	resp, err := c.sendAgain("http://x", &call{Keep: true}, 3) // want `response body of resp is not closed`
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

// sendForgotten asks again after the field may have been set.
func (c *caller) sendForgotten(url string, o *call) error {
	resp, err := c.client.Get(url) // want `response body of resp is not closed when the function returns at line 206`
	if err != nil {
		return err
	}
	if o.Into == nil {
		return resp.Body.Close()
	}
	forget(o)
	if o.Into == nil {
		return nil
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(o.Into)
}

// sendEither lets go of it in one of two branches, after it has asked.
func (c *caller) sendEither(url string, o *call, fast bool) error {
	resp, err := c.client.Get(url) // want `response body of resp is not closed when the function returns at line 229`
	if err != nil {
		return err
	}
	if fast {
		if o.Into == nil {
			return resp.Body.Close()
		}
	} else {
		if o.Into == nil {
			return resp.Body.Close()
		}
		forget(o)
	}
	if o.Into == nil {
		return nil
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(o.Into)
}

// sendSame does not let go of it.
func (c *caller) sendSame(url string, o *call) error {
	resp, err := c.client.Get(url) // want `response body of resp is not closed when the function returns at line 245`
	if err != nil {
		return err
	}
	if o.Into != nil {
		resp.Body.Close()
	}
	if o.Into == nil {
		return nil
	}
	return err
}

func forget(o *call) { o.Into = nil }
