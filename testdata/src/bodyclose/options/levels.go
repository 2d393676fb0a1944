package options

import "net/http"

// Here the option is handed on by functions that do not look at it themselves.

type config struct {
	url      string
	keepOpen bool
}

func send(c *config) (*http.Response, error) {
	resp, err := http.Get(c.url)
	if err != nil {
		return nil, err
	}
	if !c.keepOpen {
		resp.Body.Close()
	}
	return resp, nil
}

func second(c *config) (*http.Response, error) { return send(c) }

func third(c *config) (*http.Response, error) {
	resp, err := second(c)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

// Silent: closed three calls down.
func closedFarDown() { third(&config{url: "a"}) }

func openFarDown() { third(&config{keepOpen: true}) } // want "response body of third is not closed: the response is discarded"

// Silent: who calls this knows whether it is closed.
func handsOn(c *config) { second(c) }

// Silent: it is closed where it is asked for.
func checksFirst(c *config) {
	if c.keepOpen {
		return
	}
	second(c)
}

func setsFirst(c *config) {
	c.keepOpen = true
	second(c) // want "response body of second is not closed: the response is discarded"
}

// Silent: the second look at the option finds what the first did.
func closesTheRest(c *config) error {
	resp, err := send(c)
	if err != nil {
		return err
	}
	if c.keepOpen {
		resp.Body.Close()
	}
	return nil
}

func overrides(c *config) (*http.Response, error) {
	c.keepOpen = true
	return send(c)
}

func overridden() { overrides(&config{}) } // want "response body of overrides is not closed: the response is discarded"

func withdraws(c *config) (*http.Response, error) {
	c.keepOpen = false
	return second(c)
}

// Silent: closed whatever the option was.
func withdrawn() { withdraws(&config{keepOpen: true}) }

func setsTooLate(c *config) (*http.Response, error) {
	resp, err := send(c)
	c.keepOpen = true
	return resp, err
}

// Silent: the option counts when the call is made.
func closedBefore() { setsTooLate(&config{}) }

func openBefore() { setsTooLate(&config{keepOpen: true}) } // want "response body of setsTooLate is not closed: the response is discarded"

func byFlag(url string, keep bool) (*http.Response, error) {
	return second(&config{url: url, keepOpen: keep})
}

// Silent: the flag becomes the option.
func flagDown() { byFlag("a", false) }

func flagUp() { byFlag("a", true) } // want "response body of byFlag is not closed: the response is discarded"

func byOpposite(url string, shut bool) (*http.Response, error) {
	return second(&config{url: url, keepOpen: !shut})
}

// Silent: the option is the flag's opposite.
func oppositeUp() { byOpposite("a", true) }

func oppositeDown() { byOpposite("a", false) } // want "response body of byOpposite is not closed: the response is discarded"

func byValue(c config) (*http.Response, error)     { return send(&c) }
func byValueDown(c config) (*http.Response, error) { return byValue(c) }

// Silent: copies on the way change nothing.
func copiedClosed() { byValueDown(config{}) }

func copiedOpen() { byValueDown(config{keepOpen: true}) } // want "response body of byValueDown is not closed: the response is discarded"

type holder struct {
	own  config
	ref  *config
	next *holder
}

func (h *holder) get() (*http.Response, error)     { return send(&h.own) }
func (h *holder) getRef() (*http.Response, error)  { return second(h.ref) }
func (h *holder) getNext() (*http.Response, error) { return h.next.getRef() }

// Silent: the option is a field of a field.
func heldClosed() { (&holder{}).get() }

func heldOpen() {
	h := &holder{own: config{keepOpen: true}}
	h.get() // want "response body of h.get is not closed: the response is discarded"
}

// Silent: the field is a pointer.
func referredClosed() { (&holder{ref: &config{}}).getRef() }

func referredOpen() {
	h := &holder{ref: &config{keepOpen: true}}
	h.getRef() // want "response body of h.getRef is not closed: the response is discarded"
}

// Silent: two pointers on.
func nextClosed() { (&holder{next: &holder{ref: &config{}}}).getNext() }

func nextOpen() {
	h := &holder{next: &holder{ref: &config{keepOpen: true}}}
	h.getNext() // want "response body of h.getNext is not closed: the response is discarded"
}

func retries(c *config) (resp *http.Response, err error) {
	for range 3 {
		resp, err = second(c)
		if err == nil {
			return resp, nil
		}
	}
	return nil, err
}

// Silent: closed in each turn.
func retriedClosed() { retries(&config{}) }

func retriedOpen() { retries(&config{keepOpen: true}) } // want "response body of retries is not closed: the response is discarded"

func copiesOption(c *config) (*http.Response, error) {
	if resp, err := send(c); err == nil {
		return resp, nil
	}
	return send(&config{url: c.url, keepOpen: c.keepOpen})
}

// Silent: both ways close it.
func tookOneClosed() { copiesOption(&config{}) }

func tookOneOpen() { copiesOption(&config{keepOpen: true}) } // want "response body of copiesOption is not closed: the response is discarded"

func finish(resp *http.Response, c *config) {
	if !c.keepOpen {
		resp.Body.Close()
	}
}

func finishes(resp *http.Response, c *config) { finish(resp, c) }

// Silent: the helper closes unless told otherwise.
func finished() {
	resp, err := http.Get("a")
	if err != nil {
		return
	}
	finishes(resp, &config{})
}

func unfinished() {
	resp, err := http.Get("a") // want "response body of resp is not closed when the function returns at line 202"
	if err != nil {
		return
	}
	finishes(resp, &config{keepOpen: true})
}

func fetchAndFinish(c *config) (*http.Response, error) {
	resp, err := http.Get(c.url)
	if err != nil {
		return nil, err
	}
	finishes(resp, c)
	return resp, nil
}

// Silent: by the same option, in a helper that is given both.
func fetchedClosed() { fetchAndFinish(&config{}) }

func fetchedOpen() { fetchAndFinish(&config{keepOpen: true}) } // want "response body of fetchAndFinish is not closed: the response is discarded"

type restClient struct {
	raw     bool
	retries int
}

type restRequest struct {
	c    *restClient
	url  string
	keep bool
}

func (c *restClient) request(url string) *restRequest { return &restRequest{c: c, url: url} }

func (c *restClient) execute(r *restRequest) (*http.Response, error) {
	resp, err := http.Get(r.url)
	if err != nil || r.keep || c.raw {
		return resp, err
	}
	resp.Body.Close()
	return resp, nil
}

func (r *restRequest) run(retry func(func() error) error) (resp *http.Response, err error) {
	if r.c.retries == 0 {
		return r.c.execute(r)
	}
	err = retry(func() error {
		resp, err = r.c.execute(r)
		return err
	})
	return resp, err
}

func (r *restRequest) get() (*http.Response, error) {
	return r.run(func(f func() error) error { return f() })
}

// Silent: it hangs on what this client was told elsewhere.
func ofSomeClient(c *restClient) error {
	_, err := c.request("a").get()
	return err
}

func (c *config) copied() *config {
	other := *c
	return &other
}

// codec looks at the option that its callee looks at, through a variable that may hold a copy.
func codec(c *config, in, out any) (resp *http.Response, err error) {
	if in != nil {
		c = c.copied()
	}
	resp, err = send(c)
	if err != nil {
		return nil, err
	}
	if out == nil || !c.keepOpen {
		return resp, nil
	}
	resp.Body.Close()
	return resp, nil
}

// Silent: closed by the one or the other.
func decodes(out *string) {
	codec(&config{keepOpen: true}, nil, out)
}

func decodesNothing() {
	codec(&config{keepOpen: true}, nil, nil) // want "response body of codec is not closed: the response is discarded"
}

// traced closes the body of some responses if the client says so, and no other one.
func (c *restClient) traced(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if len(resp.Header) > 20 && c.raw {
		resp.Body.Close()
		return resp, nil
	}
	return resp, nil
}

func dropsTraced(c *restClient) error {
	_, err := c.traced("a") // want "response body of c.traced is not closed: the response is discarded"
	return err
}
