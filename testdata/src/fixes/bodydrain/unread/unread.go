package unread

import (
	"log"
	"net/http"
	"strings"
)

func deferred(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func statement(u string) (bool, error) {
	resp, err := http.Post(u, "text/plain", strings.NewReader("text")) // want "response body of resp is closed unread"
	if err != nil {
		return false, err
	}
	resp.Body.Close() // enough
	return resp.StatusCode == http.StatusOK, nil
}

func returned(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func inDeferredLiteral(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer func() {
		if err := resp.Body.Close(); err != nil {
			log.Println(err)
		}
	}()
	return nil
}

func inEachBranch(u string) string {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return ""
	}
	switch {
	case resp.StatusCode < 300:
		_ = resp.Body.Close()
		return "fine"
	default:
		resp.Body.Close()
		return "not fine"
	}
}

func byHelper(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer closeBody(resp)
	return nil
}

func closeBody(resp *http.Response) {
	if err := resp.Body.Close(); err != nil {
		log.Println(err)
	}
}

func ofVariable(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	body := resp.Body
	defer body.Close()
	return nil
}
