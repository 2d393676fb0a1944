// Client does with its responses what a row of kalint's tables says.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
)

// requests is how many requests are sent one after the other, and how many
// goroutines there are where there is more than one.
const requests = 10

// uses are what is done with a response.
var uses = map[string]func(*http.Response){
	"nothing": func(*http.Response) {},
	"close":   func(r *http.Response) { r.Body.Close() },
	"read":    func(r *http.Response) { io.Copy(io.Discard, r.Body) },
	"readclose": func(r *http.Response) {
		io.Copy(io.Discard, r.Body)
		r.Body.Close()
	},
	"decode": func(r *http.Response) {
		var v any
		json.NewDecoder(r.Body).Decode(&v)
		r.Body.Close()
	},
	"limit": func(r *http.Response) {
		io.Copy(io.Discard, io.LimitReader(r.Body, 100))
		r.Body.Close()
	},
	"copyn": func(r *http.Response) {
		io.CopyN(io.Discard, r.Body, 256<<10)
		r.Body.Close()
	},
}

func main() {
	mode, url := os.Args[1], os.Getenv("KAHARNESS_URL")+os.Args[2]
	switch mode {
	case "head":
		sequence(func() (*http.Response, error) { return http.Head(url) }, uses["nothing"])
	case "transports":
		sequence(func() (*http.Response, error) {
			client := &http.Client{Transport: &http.Transport{}}
			return client.Get(url)
		}, uses["readclose"])
	case "pool2":
		pool(&http.Transport{}, url)
	case "pool10":
		pool(&http.Transport{MaxIdleConnsPerHost: requests}, url)
	default:
		sequence(func() (*http.Response, error) { return http.Get(url) }, uses[mode])
	}
}

// sequence sends one request after the other.
func sequence(send func() (*http.Response, error), use func(*http.Response)) {
	for range requests {
		resp, err := send()
		check(err)
		use(resp)
	}
}

// pool sends requests from as many goroutines, all at once, and again when all are
// answered.
func pool(tr *http.Transport, url string) {
	client := &http.Client{Transport: tr}
	for range requests {
		var round sync.WaitGroup
		for range requests {
			round.Go(func() {
				resp, err := client.Get(url)
				check(err)
				uses["readclose"](resp)
			})
		}
		round.Wait()
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
