package goroutines

import "net/http"

// A fetch is a function with a method that calls it, as http.HandlerFunc is.
type fetch func(u string)

func (f fetch) run(u string) { f(u) }

func methodOfFunc(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	f := fetch(func(u string) {
		if resp, err := c.Get(u); err == nil {
			resp.Body.Close()
		}
	})
	for _, u := range urls {
		go f.run(u)
	}
}

func methodOfMethodValue(urls []string) {
	t := &target{client: &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	for _, u := range urls {
		go fetch(func(string) { t.check() }).run(u)
	}
}

// Silent: each of them has a client of its own.
func methodOfFuncEach(urls []string) {
	for _, u := range urls {
		c := &http.Client{Transport: &http.Transport{}}
		f := fetch(func(u string) {
			if resp, err := c.Get(u); err == nil {
				resp.Body.Close()
			}
		})
		go f.run(u)
	}
}
