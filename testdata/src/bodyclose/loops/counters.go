package loops

import (
	"errors"
	"net/http"
	"time"
)

func closedFromSecondTurnOn(c *http.Client, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	for i := 0; ; i++ {
		if i > 0 { // true in every turn that a response was left by
			resp.Body.Close()
			time.Sleep(time.Second)
		}
		var err error
		if resp, err = c.Do(req); err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
	}
}

func notFirstTurn(c *http.Client, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	for i := 0; ; i += 1 {
		if i != 0 { // the same
			resp.Body.Close()
		}
		var err error
		if resp, err = c.Do(req); err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
	}
}

func closedFromThirdTurnOn(c *http.Client, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	for i := 0; ; i++ {
		if i > 1 {
			resp.Body.Close()
		}
		var err error
		if resp, err = c.Do(req); err != nil { // want "response body of resp is not closed when"
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
	}
}

func secondTurnReturns(reqs []*http.Request) (*http.Response, error) {
	var resp *http.Response
	told := func(err error) error {
		if resp != nil {
			println(resp.Status)
		}
		return err
	}
	for i := 0; ; i++ {
		if i > 0 { // nothing is fetched a second time
			return resp, nil
		}
		var err error
		if resp, err = http.DefaultClient.Do(reqs[i]); err != nil {
			return nil, told(err)
		}
	}
}

func listOfRequests(next func() *http.Request) (*http.Response, error) {
	var resp *http.Response
	var reqs []*http.Request
	for {
		if len(reqs) > 0 { // a request was made before
			resp.Body.Close()
		}
		if len(reqs) > 10 {
			return nil, errors.New("too many")
		}
		reqs = append(reqs, next())
		var err error
		if resp, err = http.DefaultClient.Do(reqs[len(reqs)-1]); err != nil {
			return nil, err
		}
		if resp.StatusCode == 200 {
			return resp, nil
		}
	}
}

func listOfOthers(next func() []*http.Request) (*http.Response, error) {
	var resp *http.Response
	var reqs []*http.Request
	for {
		if len(reqs) > 0 {
			resp.Body.Close()
		}
		reqs = append(reqs, next()...) // perhaps nothing
		var err error
		if resp, err = http.DefaultClient.Do(reqs[0]); err != nil { // want "response body of resp is not closed when"
			return nil, err
		}
		if resp.StatusCode == 200 {
			return resp, nil
		}
	}
}

func countedDown(c *http.Client, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	for left := 3; left > 0; left-- {
		if left < 3 { // true in every turn but the first
			resp.Body.Close()
		}
		var err error
		if resp, err = c.Do(req); err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, nil
}

func countedFromOne(c *http.Client, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	for attempt := 1; ; attempt++ {
		if attempt > 1 { // the same
			resp.Body.Close()
		}
		var err error
		if resp, err = c.Do(req); err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
	}
}

func index(c *http.Client, reqs []*http.Request) (*http.Response, error) {
	var resp *http.Response
	for i, req := range reqs {
		if i > 0 { // the same
			resp.Body.Close()
		}
		var err error
		if resp, err = c.Do(req); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

func rangeOverInt(c *http.Client, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	for i := range 3 {
		if i > 0 { // the same
			resp.Body.Close()
		}
		var err error
		if resp, err = c.Do(req); err != nil {
			return nil, err
		}
	}
	return resp, nil
}
