package drainutil

import (
	"io"
	"net/http"
)

// CloseDrained closes, and reads before where there is something to read.
func CloseDrained(resp *http.Response) {
	if resp.ContentLength != 0 {
		_, _ = io.CopyN(io.Discard, resp.Body, 512)
	}
	_ = resp.Body.Close()
}
