package bodyclose

import (
	"errors"
	"io"
	"log"
	"net/http"
	"time"
)

func behindCheck(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	} // the response is there

	return io.ReadAll(resp.Body)
}

func behindCheckFurtherDown(u string) ([]byte, error) {
	began := time.Now()
	resp, err := http.Get(u) // want "response body of resp is not closed"
	took := time.Since(began)
	if err != nil {
		log.Fatal(err)
	}
	log.Println(took)
	return io.ReadAll(resp.Body)
}

func deferMovedUp(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}

	defer resp.Body.Close()

	return io.ReadAll(resp.Body)
}

func closeBeforeReturnMadeDefer(u string) (b []byte, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	b, err = io.ReadAll(resp.Body)
	resp.Body.Close()
	return b, err
}

func inElse(u string) {
	if resp, err := http.Get(u); err != nil { // want "response body of resp is not closed"
		log.Println(err)
	} else {
		_, _ = io.Copy(io.Discard, resp.Body)
	}
}

func whenNoError(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err == nil {
		_, _ = io.Copy(io.Discard, resp.Body)
	}
}

func assignedInIf(u string) ([]byte, error) {
	var resp *http.Response
	var err error
	if resp, err = http.Get(u); err != nil { // want "response body of resp is not closed"
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func inLoop(urls []string) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			continue
		}
		_, _ = io.Copy(io.Discard, resp.Body)
	}
}
