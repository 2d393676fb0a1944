package bodyclose

import (
	"errors"
	"io"
	"log"
	"net/http"
)

// What has no fix, because none is certain to be right.

func returnedOnSuccess(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func errorNotChecked(u string) ([]byte, error) {
	resp, _ := http.Get(u) // want "response body of resp is not closed"
	return io.ReadAll(resp.Body)
}

func checkGoesOn(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		log.Println(err)
	}
	_, _ = io.Copy(io.Discard, resp.Body)
}

func leftInTheCheck(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil || resp.StatusCode != http.StatusOK {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func nilAskedFor(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp == nil {
		return nil, nil
	}
	return io.ReadAll(resp.Body)
}

func loopLeft(urls []string) error {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
	}
	return nil
}

func nameTaken(u string, resp int) error {
	_, err := http.Get(u) // want "response body of http.Get is not closed"
	if err != nil {
		return err
	}
	log.Println(resp)
	return nil
}

func ioTaken(u, io string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode + len(io), nil
}

func closedByOther(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer func() {
		if err := resp.Body.Close(); err != nil {
			log.Println(err)
		}
	}()
	return io.ReadAll(resp.Body)
}

func bodyReplaced(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	resp.Body = http.NoBody
	return io.ReadAll(resp.Body)
}

// note goes on whatever the error is.
func note(err error) {
	if err != nil {
		log.Print(err)
	}
}

func onlyNoted(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	note(err)
	io.Copy(log.Writer(), resp.Body)
}

// What cannot be closed is to be returned as something else.
func readerOf(url string) (io.Reader, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func noCloser(url string) ([]byte, error) {
	r, err := readerOf(url) // want `response body r is not closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
