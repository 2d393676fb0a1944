package paths

import (
	"io"
	"net/http"

	"bodydrain/drainutil"
)

// closeEmpty closes at once only what has no body.
func closeEmpty(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	if resp.ContentLength == 0 || resp.Request != nil && resp.Request.Method == http.MethodHead {
		resp.Body.Close()
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func closeNoContent(resp *http.Response) {
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent {
		return
	}
	io.Copy(io.Discard, resp.Body)
}

// Silent: what is closed unread has no body.
func closedEmpty(u string) error {
	resp, err := http.Post(u, "", nil)
	defer closeEmpty(resp)
	return err
}

// Silent: so it is by the status.
func closedNoContent(u string) error {
	resp, err := http.Post(u, "", nil)
	if err != nil {
		return err
	}
	closeNoContent(resp)
	return nil
}

// Silent: so it is in another package.
func closedEmptyElsewhere(u string) error {
	resp, err := http.Post(u, "", nil)
	if err != nil {
		return err
	}
	drainutil.CloseDrained(resp)
	return nil
}

// Silent: here as well there is nothing to read.
func closedAfterHead(u string) error {
	resp, err := http.Post(u, "", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.Request.Method == http.MethodHead {
		return nil
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// closeUnknown closes unread where the length is not known, too.
func closeUnknown(resp *http.Response) {
	defer resp.Body.Close()
	if resp.ContentLength <= 0 || resp.Request.Method == http.MethodDelete {
		return
	}
	io.Copy(io.Discard, resp.Body)
}

func closedUnknown(u string) error {
	resp, err := http.Post(u, "", nil) // want "response body of resp is closed unread at line 86"
	if err != nil {
		return err
	}
	closeUnknown(resp)
	return nil
}
