// Package goroutines starts requests with go statements: in loops, three and more in a row, and in fewer.
package goroutines

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

func drain(resp *http.Response) {
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func goInRange(urls []string) {
	client := &http.Client{Timeout: 5 * time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 26"
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := client.Get(u)
			if err != nil {
				log.Print(err)
				return
			}
			drain(resp)
		}()
	}
	wg.Wait()
}

func goInCountedLoop(n int, u string) {
	tr := &http.Transport{IdleConnTimeout: 90 * time.Second} // want "MaxIdleConnsPerHost of tr is not set.*line 45"
	client := &http.Client{Transport: tr}
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 100; j++ {
				if resp, err := client.Get(u); err == nil {
					drain(resp)
				}
			}
		}()
	}
	wg.Wait()
}

func goOverIntegers(u string) {
	client := http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	done := make(chan error)
	for range 16 {
		go func() {
			resp, err := client.Head(u)
			if err == nil {
				drain(resp)
			}
			done <- err
		}()
	}
	for range 16 {
		<-done
	}
}

// Silent: the Transport keeps as many as the loop starts.
func goInRangeTuned(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 64}
	client := &http.Client{Transport: tr, Timeout: 5 * time.Second}
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if resp, err := client.Get(u); err == nil {
				drain(resp)
			}
		}()
	}
	wg.Wait()
}

// Silent: the field is set after the literal.
func goInRangeTunedLater(urls []string, perHost int) {
	tr := &http.Transport{TLSHandshakeTimeout: 10 * time.Second}
	tr.MaxIdleConnsPerHost = perHost
	client := &http.Client{Transport: tr}
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if resp, err := client.Get(u); err == nil {
				drain(resp)
			}
		}()
	}
	wg.Wait()
}

// Silent: one request after the other.
func plainLoop(urls []string) error {
	client := &http.Client{}
	for _, u := range urls {
		resp, err := client.Get(u)
		if err != nil {
			return err
		}
		drain(resp)
	}
	return nil
}

// Silent: one goroutine beside the caller, which only waits.
func oneGo(u string) error {
	client := &http.Client{}
	errs := make(chan error, 1)
	go func() {
		resp, err := client.Get(u)
		if err == nil {
			drain(resp)
		}
		errs <- err
	}()
	return <-errs
}

func threeGoStatements(users, orders, stock string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	client := &http.Client{Transport: tr}
	poll := func(u string) {
		for {
			if resp, err := client.Get(u); err == nil {
				drain(resp)
			}
			time.Sleep(time.Second)
		}
	}
	go poll(users)
	go poll(orders)
	go poll(stock)
	select {}
}

// Silent: two at once, and two are kept.
func twoGoStatements(users, orders string) {
	tr := &http.Transport{}
	client := &http.Client{Transport: tr}
	poll := func(u string) {
		for {
			if resp, err := client.Get(u); err == nil {
				drain(resp)
			}
			time.Sleep(time.Second)
		}
	}
	go poll(users)
	go poll(orders)
	select {}
}

// Silent: of the three goroutines only one sends requests.
func threeGoOneRequests(ctx context.Context, u string) {
	client := &http.Client{}
	pages := make(chan string)
	go func() {
		<-ctx.Done()
		log.Print("shutting down")
	}()
	go func() {
		for p := range pages {
			log.Print(p)
		}
	}()
	go func() {
		for {
			if resp, err := client.Get(u); err == nil {
				pages <- resp.Status
				drain(resp)
			}
		}
	}()
	<-ctx.Done()
}

func fourLiterals(base string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	errs := make(chan error, 4)
	go func() { errs <- ping(client, base+"/users") }()
	go func() { errs <- ping(client, base+"/orders") }()
	go func() { errs <- ping(client, base+"/stock") }()
	go func() { errs <- ping(client, base+"/prices") }()
	for range 4 {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func ping(c *http.Client, u string) error {
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

// Silent: the same ping, but one after the other.
func pingsInARow(base string) error {
	client := &http.Client{}
	for _, p := range []string{"/users", "/orders", "/stock"} {
		if err := ping(client, base+p); err != nil {
			return err
		}
	}
	return nil
}

func goGetInLoop(urls []string) {
	for _, u := range urls {
		go func() {
			resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host.*line 231"
			if err != nil {
				return
			}
			drain(resp)
		}()
	}
}

func goHeadInLoop(urls []string) {
	for _, u := range urls {
		go func(u string) {
			resp, err := http.Head(u) // want "http.Head keeps only two idle connections per host"
			if err != nil {
				log.Printf("%s: %v", u, err)
				return
			}
			resp.Body.Close()
		}(u)
	}
}

func goPostInLoop(hook string, events []any) {
	for _, e := range events {
		body, err := json.Marshal(e)
		if err != nil {
			continue
		}
		go func() {
			resp, err := http.Post(hook, "application/json", strings.NewReader(string(body))) // want "http.Post keeps only two idle connections per host"
			if err == nil {
				drain(resp)
			}
		}()
	}
}

func goPostFormInLoop(hook string, names []string) {
	for _, name := range names {
		go func() {
			resp, err := http.PostForm(hook, url.Values{"name": {name}}) // want "http.PostForm keeps only two idle connections per host"
			if err == nil {
				drain(resp)
			}
		}()
	}
}

func goNamedFunction(urls []string) {
	for _, u := range urls {
		go report(u)
	}
}

func report(u string) {
	resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host.*line 282"
	if err != nil {
		log.Print(err)
		return
	}
	drain(resp)
}

// Silent: http.Get before the goroutines, which only parse.
func requestBeforeTheGoroutines(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var lines []string
	if err := json.NewDecoder(resp.Body).Decode(&lines); err != nil {
		return err
	}
	for _, l := range lines {
		go log.Print(strings.ToUpper(l))
	}
	return nil
}

func goMethodOfClient(urls []string) {
	client := new(http.Client) // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		go client.Get(u)
	}
}

func goMethodValue(urls []string) {
	var client http.Client // want "client has no Transport with MaxIdleConnsPerHost"
	get := client.Get
	for _, u := range urls {
		go func() {
			if resp, err := get(u); err == nil {
				drain(resp)
			}
		}()
	}
}

func newTransportInLoop(reqs []*http.Request) {
	tr := new(http.Transport) // want "MaxIdleConnsPerHost of tr is not set"
	for _, req := range reqs {
		go func() {
			if resp, err := tr.RoundTrip(req); err == nil {
				drain(resp)
			}
		}()
	}
}

func zeroTransportInLoop(reqs []*http.Request) {
	var tr http.Transport // want "MaxIdleConnsPerHost of tr is not set"
	for _, req := range reqs {
		go func() {
			if resp, err := tr.RoundTrip(req); err == nil {
				drain(resp)
			}
		}()
	}
}

func transportInTheClientsLiteral(urls []string) {
	client := &http.Client{
		Timeout: 10 * time.Second,
		Transport: &http.Transport{ // want "MaxIdleConnsPerHost of (http.)?Transport is not set.*line 361"
			IdleConnTimeout: time.Minute,
		},
	}
	for _, u := range urls {
		go ping(client, u)
	}
}

func transportSetOnTheClient(urls []string) {
	client := &http.Client{}
	client.Transport = &http.Transport{ // want "MaxIdleConnsPerHost of client.Transport is not set"
		ResponseHeaderTimeout: time.Second,
	}
	for _, u := range urls {
		go ping(client, u)
	}
}

func twoClientsOneTransport(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	quick := &http.Client{Transport: tr, Timeout: time.Second}
	slow := &http.Client{Transport: tr, Timeout: time.Minute}
	for _, u := range urls {
		go func() {
			if ping(quick, u) != nil {
				_ = ping(slow, u)
			}
		}()
	}
}

// The client is made anew each time, but all of them share DefaultTransport.
func clientPerGoroutine(urls []string) {
	for _, u := range urls {
		go func() {
			c := &http.Client{Timeout: time.Second} // want "c has no Transport with MaxIdleConnsPerHost.*line 391"
			if resp, err := c.Get(u); err == nil {
				drain(resp)
			}
		}()
	}
}

// Silent: each goroutine has connections of its own.
func transportPerGoroutine(urls []string) {
	for _, u := range urls {
		go func() {
			tr := &http.Transport{}
			defer tr.CloseIdleConnections()
			c := &http.Client{Transport: tr}
			for range 10 {
				if resp, err := c.Get(u); err == nil {
					drain(resp)
				}
			}
		}()
	}
}

func anonymousClient(reqs []*http.Request) {
	for _, req := range reqs {
		go func() {
			resp, err := (&http.Client{}).Do(req) // want "http.Client has no Transport with MaxIdleConnsPerHost"
			if err == nil {
				drain(resp)
			}
		}()
	}
}
