package unread

import (
	"io"
	"log"
	"net/http"

	"bodydrain/drainutil"
)

func closeOnly(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Println(err)
	}
}

func closeOnlyResponse(resp *http.Response) { closeOnly(resp.Body) }

func drainAndClose(rc io.ReadCloser) {
	_, _ = io.Copy(io.Discard, rc)
	_ = rc.Close()
}

func drainOnly(r io.Reader) { _, _ = io.Copy(io.Discard, r) }

func drainOnlyT[T io.Reader](r T) { _, _ = io.Copy(io.Discard, r) }

func bad(resp *http.Response) bool { return resp.StatusCode >= 400 }

func helperCloses(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer closeOnly(resp.Body)
	return nil
}

func helperClosesTwoLevelsDown(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer closeOnlyResponse(resp)
	return nil
}

func helperLooks(u string) (bool, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return bad(resp), nil
}

func helperDrainsAndCloses(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer drainAndClose(resp.Body) // silent: the helper drains first
	return nil
}

func helperDrains(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	drainOnly(resp.Body) // silent: the helper drains
	return nil
}

func genericHelperDrains(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	drainOnlyT(resp.Body) // silent: the helper drains
	return nil
}

func otherPackageCloses(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer drainutil.CloseResponse(resp)
	return nil
}

func otherPackageClosesBody(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	drainutil.Close(resp.Body)
	return nil
}

func otherPackageLooks(u string) bool {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return drainutil.OK(resp)
}

func otherPackageDrainsAndCloses(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer drainutil.DrainAndClose(resp.Body) // silent: the helper drains first
	return nil
}

func otherPackageFinishes(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	drainutil.Finish(resp) // silent: the helper drains first
	return nil
}

func otherPackageDrains(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	drainutil.Drain(resp) // silent: the helper drains
	return nil
}

func otherPackageReads(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return drainutil.Bytes(resp) // silent: the helper reads
}

func otherPackageDecodesAndCloses(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return drainutil.DecodeAndClose(resp, v) // silent at this level: the helper reads in part
}

func otherPackageGets(c *http.Client, u string) error {
	resp, err := drainutil.Get(c, u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func drainedAfterHelperClosed(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	closeOnly(resp.Body)
	drainOnly(resp.Body)
	return nil
}

var lastBody io.ReadCloser

// keepThenClose leaves the body to others before it closes it.
func keepThenClose(rc io.ReadCloser) {
	lastBody = rc
	log.Println("kept")
	rc.Close()
}

// Silent: nobody knows how much of it was read by then.
func helperKeepsThenCloses(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	keepThenClose(resp.Body)
	return nil
}

// closeThenKeep leaves to others what is closed.
func closeThenKeep(rc io.ReadCloser) {
	rc.Close()
	lastBody = rc
}

func helperClosesThenKeeps(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	closeThenKeep(resp.Body)
	return nil
}

// handsOnAtTheEnd hands the body on only where the program ends.
func handsOnAtTheEnd(u string, out chan<- io.ReadCloser) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusTeapot {
		out <- resp.Body
		log.Fatal("teapot")
	}
	return nil
}

// Silent: whoever receives it may read it.
func handsOn(u string, out chan<- io.ReadCloser) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusTeapot {
		out <- resp.Body
		return nil
	}
	return resp.Body.Close()
}
