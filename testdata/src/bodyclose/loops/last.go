package loops

import (
	"io"
	"net/http"
)

type retrier struct {
	rt  http.RoundTripper
	max int
}

func (r *retrier) sign(*http.Request) error { return nil }

// Silent: the response that stays open is that of the last round, which is returned.
func (r *retrier) perform(req *http.Request) (*http.Response, error) {
	var res *http.Response
	var err error
	for i := 0; i <= r.max; i++ {
		if err := r.sign(req); err != nil {
			return nil, err
		}
		res, err = r.rt.RoundTrip(req)
		if err != nil {
			continue
		}
		if res.StatusCode < 500 {
			break
		}
		if i < r.max {
			io.Copy(io.Discard, res.Body)
			res.Body.Close()
		}
	}
	return res, err
}

// performShort keeps the responses of the last two rounds.
func (r *retrier) performShort(req *http.Request) (*http.Response, error) {
	var res *http.Response
	var err error
	for i := 0; i <= r.max; i++ {
		res, err = r.rt.RoundTrip(req) // want "response body of res is not closed when the loop goes round"
		if err != nil {
			continue
		}
		if res.StatusCode < 500 {
			break
		}
		if i < r.max-1 {
			res.Body.Close()
		}
	}
	return res, err
}

// Silent: all but the last of a number that is given are closed.
func lastOfMany(url string, times int) (res *http.Response) {
	for i := 0; i < times; i++ {
		var err error
		if res, err = http.Get(url); err != nil {
			return nil
		}
		if i != times-1 {
			res.Body.Close()
		}
	}
	return res
}

// Silent: the same, counted by a range.
func lastOfRange(url string, times int) (res *http.Response) {
	for i := range times {
		var err error
		if res, err = http.Get(url); err != nil {
			return nil
		}
		if i+1 < times {
			res.Body.Close()
		}
	}
	return res
}

// Silent: the same, over a slice.
func lastOfSlice(urls []string) (res *http.Response) {
	for i, url := range urls {
		var err error
		if res, err = http.Get(url); err != nil {
			return nil
		}
		if i < len(urls)-1 {
			res.Body.Close()
		}
	}
	return res
}

// Silent: the loop is left by a test of its own.
func lastByBreak(url string, times int) (res *http.Response) {
	i := 0
	for {
		if i > times {
			return res
		}
		var err error
		if res, err = http.Get(url); err != nil {
			return nil
		}
		if times > i {
			res.Body.Close()
		}
		i++
	}
}

// firstOnly closes one response of many.
func firstOnly(url string, times int) (res *http.Response) {
	for i := 0; i < times; i++ {
		var err error
		res, err = http.Get(url) // want "response body of res is not closed when the loop goes round"
		if err != nil {
			return nil
		}
		if i < 1 {
			res.Body.Close()
		}
	}
	return res
}

// moving compares to what changes as the loop goes round.
func moving(url string, times int) (res *http.Response) {
	for i := 0; i < times; i++ {
		var err error
		res, err = http.Get(url) // want "response body of res is not closed when the loop goes round"
		if err != nil {
			return nil
		}
		if i < times-1 {
			res.Body.Close()
		}
		times++
	}
	return res
}

// stepping does not come to the last round next.
func stepping(url string, times int) (res *http.Response) {
	for i := 0; i < times; i++ {
		var err error
		res, err = http.Get(url) // want "response body of res is not closed when the loop goes round"
		if err != nil {
			return nil
		}
		if i < times-1 {
			res.Body.Close()
		}
		if res.StatusCode == 429 {
			i--
		}
	}
	return res
}
