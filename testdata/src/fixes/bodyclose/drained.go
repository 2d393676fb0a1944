package bodyclose

import "net/http"

func unread(u string) (int, error) {
	r, err := http.Get(u) // want "response body of r is not closed"
	if err != nil {
		return 0, err
	}
	return r.StatusCode, nil
}

func discarded(u string) error {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	if err != nil {
		return err
	}
	return nil
}

func unreadInLoop(urls []string) (ok int) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			ok++
		}
	}
	return ok
}
