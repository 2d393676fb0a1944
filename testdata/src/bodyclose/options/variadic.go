package options

import "net/http"

// finishUnlessKept closes the body, unless it is told to keep it.
func finishUnlessKept(resp *http.Response, keep ...bool) {
	if len(keep) > 0 && keep[0] {
		return
	}
	resp.Body.Close()
}

// Silent: it is not told so.
func silentVariadic(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	finishUnlessKept(resp)
	return nil
}

// Reported: it is.
func reportedVariadic(url string) error {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	finishUnlessKept(resp, true)
	return nil
}

// Reported: an empty list is no less than nothing.
func reportedEmpty(url string) error {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	finishIfGiven(resp)
	return nil
}

func finishIfGiven(resp *http.Response, reasons ...string) {
	if len(reasons) == 0 {
		return
	}
	resp.Body.Close()
}
