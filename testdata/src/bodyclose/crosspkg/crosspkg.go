// Package crosspkg gives responses to helpers of other packages, and gets some from there.
package crosspkg

import (
	"encoding/json"
	"io"
	"net/http"

	"bodyclose/crosspkg/httputil2"
	"bodyclose/crosspkg/middle"
)

type item struct{ Name string }

// Given to helpers.

func closedThere(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer httputil2.Close(resp) // silent: closed in the other package
	return nil
}

func closedThereBeforeErrCheck(u string) error {
	resp, err := http.Get(u)
	defer httputil2.Close(resp) // silent: closes it where there is one
	if err != nil {
		return err
	}
	return nil
}

func bodyClosedThere(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	httputil2.CloseBody(resp.Body) // silent: closed in the other package
	return nil
}

func closedByVariadicThere(a, b string) error {
	ra, err := http.Get(a)
	if err != nil {
		return err
	}
	rb, err := http.Get(b)
	if err != nil {
		httputil2.Close(ra)
		return err
	}
	return httputil2.CloseAll(ra.Body, rb.Body) // silent: both closed in the other package
}

func drainedAndClosedThere(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	httputil2.DrainAndClose(resp.Body) // silent: closed in the other package
	return nil
}

func onlyDrainedThere(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 72"
	if err != nil {
		return err
	}
	httputil2.Drain(resp.Body)
	return nil
}

func onlyLoggedThere(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	httputil2.Log(resp)
	return nil
}

func onlyLookedAtThere(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	code, _ := httputil2.Status(resp)
	return code, nil
}

func closedTwoPackagesDown(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer middle.Finish(resp) // silent: closed two packages down
	return nil
}

func lookedAtTwoPackagesDown(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 107"
	if err != nil {
		return err
	}
	return middle.Look(resp)
}

func firstOfTwoIsClosed(a, b string) error {
	ra, err := http.Get(a)
	if err != nil {
		return err
	}
	rb, err := http.Get(b) // want "response body of rb is not closed when the function returns at line 121"
	if err != nil {
		httputil2.Close(ra)
		return err
	}
	middle.CloseFirst(ra.Body, rb.Body)
	return nil
}

// Checkers.

func checkedThereAndDeferredAfter(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 132"
	if err != nil {
		return nil, err
	}
	if err := httputil2.Check(resp); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func checkedAndClosedThere(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if err := httputil2.CheckAndClose(resp); err != nil {
		return nil, err // silent: closed in the other package
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func checkedAndClosedThereAndForgotten(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return httputil2.CheckAndClose(resp)
}

func verifiedTwoPackagesDown(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if err := middle.Verify(resp); err != nil {
		return err // silent: closed two packages down
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func verifiedTwoPackagesDownAndForgotten(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if err := middle.Verify(resp); err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

// Generics.

func decodedThere(u string) (item, error) {
	resp, err := http.Get(u)
	if err != nil {
		return item{}, err
	}
	return httputil2.Decode[item](resp) // silent: the generic helper closes
}

func peekedAtThere(u string) (item, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 196"
	if err != nil {
		return item{}, err
	}
	return httputil2.Peek[item](resp)
}

func closedByGenericThere(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer httputil2.CloseT(resp.Body) // silent: the generic helper closes
	return nil
}

func mustThere(u string) {
	resp := httputil2.Must(http.Get(u))
	defer resp.Body.Close() // silent: Must returns its argument
}

func mustThereLeaks(u string) int {
	resp := httputil2.Must(http.Get(u)) // want "response body of (resp|http.Get) is not closed"
	return resp.StatusCode
}

// Got from there.

func fetched(c *http.Client, u string) ([]byte, error) {
	resp, err := httputil2.Fetch(c, u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close() // silent: closed
	return io.ReadAll(resp.Body)
}

func fetchedLeaks(c *http.Client, u string) ([]byte, error) {
	resp, err := httputil2.Fetch(c, u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func fetchedBuffered(c *http.Client, u string) ([]byte, error) {
	resp, err := httputil2.FetchBuffered(c, u)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body) // silent: the body is in memory
}

func fetchedClosed(c *http.Client, u string) (string, error) {
	resp, err := httputil2.FetchClosed(c, u)
	if err != nil {
		return "", err
	}
	return resp.Header.Get("ETag"), nil // silent: it came closed
}

func fetchedClosedDiscarded(c *http.Client, u string) error {
	_, err := httputil2.FetchClosed(c, u)
	return err // silent: it came closed
}

func fetchedOK(c *http.Client, u string) error {
	resp, err := httputil2.FetchOK(c, u)
	if err != nil {
		return err // silent: what is dropped there is that function's leak
	}
	return resp.Body.Close()
}

func fetchedOKLeaks(c *http.Client, u string) (string, error) {
	resp, err := httputil2.FetchOK(c, u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func fetchedOKDiscarded(c *http.Client, u string) error {
	_, err := httputil2.FetchOK(c, u) // want "response body of httputil2.FetchOK is not closed: the response is discarded"
	return err
}

func fetchedIntoNothing(c *http.Client, u string) (string, error) {
	resp, err := httputil2.FetchInto(c, u, nil) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func fetchedIntoItem(c *http.Client, u string) (it item, err error) {
	resp, err := httputil2.FetchInto(c, u, &it)
	if err != nil {
		return item{}, err
	}
	_ = resp.Header
	return it, nil // silent: with somewhere to decode to, it comes closed
}

func canned() string {
	resp := httputil2.Canned(http.StatusTeapot, nil)
	return resp.Status // silent: the response was never on the wire
}

func sameBack(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return httputil2.Same(resp).Body.Close() // silent: it is the same response
}

func sameBackLeaks(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return httputil2.Same(resp).Status, nil
}

func sentLeaks(s httputil2.Sender, req *http.Request) error {
	resp, err := s.Send(req) // want "response body of resp is not closed when the function returns at line 322"
	if err != nil {
		return err
	}
	return httputil2.Check(resp)
}

func sentAndClosed(s httputil2.Sender, req *http.Request) error {
	resp, err := s.Send(req)
	if err != nil {
		return err
	}
	defer httputil2.Close(resp) // silent: closed in the other package
	return httputil2.Check(resp)
}

// The client of the package between.

func done(c *middle.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	c.Release(resp) // silent: the method closes, two packages down
	return nil
}

func doneLeaks(c *middle.Client, req *http.Request) error {
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	c.Watch(resp)
	return nil
}

func gotLeaksOnTheWay(c *middle.Client, u string) error {
	resp, err := c.Get(u) // want "response body of resp is not closed when the function returns at line 360"
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusAccepted {
		return nil
	}
	defer c.Release(resp)
	return nil
}

func gotDiscarded(c *middle.Client, u string) {
	c.Get(u) // want "response body of c.Get is not closed: the response is discarded"
}

func gotBuffered(c *middle.Client, u string) (string, error) {
	resp, err := c.Buffered(u)
	if err != nil {
		return "", err
	}
	return resp.Status, nil // silent: in memory, two packages down
}

func gotClosed(c *middle.Client, u string) (string, error) {
	resp, err := c.Closed(u)
	if err != nil {
		return "", err
	}
	return resp.Status, nil // silent: closed, two packages down
}

func carried(c *middle.Client, u string) error {
	r, err := c.Fetch(u)
	if err != nil {
		return err
	}
	defer r.Response().Body.Close() // silent: closed through the accessor
	return nil
}

func carriedAndClosed(c *middle.Client, u string) error {
	r, err := c.Fetch(u)
	if err != nil {
		return err
	}
	defer r.Close()
	if code := r.Response().StatusCode; code != http.StatusOK { // silent: the accessor hands nothing over
		return errStatus(code)
	}
	return nil
}

type errStatus int

func (e errStatus) Error() string { return http.StatusText(int(e)) }

// Ends of the program over there.

func fatalThere(u string) {
	resp, err := http.Get(u)
	if err != nil {
		httputil2.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		httputil2.Fatal(errStatus(resp.StatusCode)) // silent: this path never ends
	}
	resp.Body.Close()
}

func fatalIfThere(u string) {
	resp, err := http.Get(u)
	httputil2.FatalIf(err)
	defer resp.Body.Close() // silent: closed
	b, err := io.ReadAll(resp.Body)
	httputil2.FatalIf(err)
	_ = b
}

// Silent: closed in these modes.
func sendQuietly() {
	httputil2.Send("a", httputil2.Quiet)
	httputil2.Send("a", httputil2.Loud)
}

func sendOtherwise() {
	httputil2.Send("a", "a") // want "response body of httputil2.Send is not closed: the response is discarded"
}
