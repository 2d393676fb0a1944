package unread

import "net/http"

// closeSome reads nothing where there is something.
func closeSome(resp *http.Response) {
	if resp.ContentLength == 0 {
		resp.Body.Close()
		return
	}
	resp.Body.Close()
}

func closedSome(u string) error {
	resp, err := http.Post(u, "", nil) // want "response body of resp is closed unread at line 19"
	if err != nil {
		return err
	}
	closeSome(resp)
	return nil
}
