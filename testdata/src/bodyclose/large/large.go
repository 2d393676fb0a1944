// Package large has functions with more paths than can be told apart.
package large

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

// reportedCounters reports its progress through literals that have nothing to do with the response.
func reportedCounters(url string, wanted map[string]bool) (ok bool, err error) {
	start := func(name string) func() {
		running := true
		return func() {
			if running {
				println(name)
				running = false
			}
		}
	}
	progress := func(name string) func(bool) bool {
		if !wanted[name] {
			return func(bool) bool { return true }
		}
		var stop func()
		done := false
		return func(more bool) bool {
			if done {
				return true
			}
			if stop == nil {
				stop = start(name)
			}
			if more {
				done = true
				stop()
			}
			return done
		}
	}
	stepa := progress("a")
	stepb := progress("b")
	stepc := progress("c")
	stepd := progress("d")
	stepe := progress("e")
	stepf := progress("f")
	stepg := progress("g")
	steph := progress("h")
	stepi := progress("i")
	stepj := progress("j")
	stepk := progress("k")
	stepl := progress("l")

	resp, err := http.Get(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return false, err
	}
	var values [12]string
	dec := json.NewDecoder(resp.Body)
	for dec.Decode(&values) == nil {
		ok = stepa(len(values[0]) > 0) &&
			stepb(len(values[1]) > 0) &&
			stepc(len(values[2]) > 0) &&
			stepd(len(values[3]) > 0) &&
			stepe(len(values[4]) > 0) &&
			stepf(len(values[5]) > 0) &&
			stepg(len(values[6]) > 0) &&
			steph(len(values[7]) > 0) &&
			stepi(len(values[8]) > 0) &&
			stepj(len(values[9]) > 0) &&
			stepk(len(values[10]) > 0) &&
			stepl(len(values[11]) > 0)
	}
	return ok, nil
}

// silentCounters closes it.
func silentCounters(url string, wanted map[string]bool) (ok bool, err error) {
	start := func(name string) func() {
		running := true
		return func() {
			if running {
				println(name)
				running = false
			}
		}
	}
	progress := func(name string) func(bool) bool {
		if !wanted[name] {
			return func(bool) bool { return true }
		}
		var stop func()
		done := false
		return func(more bool) bool {
			if done {
				return true
			}
			if stop == nil {
				stop = start(name)
			}
			if more {
				done = true
				stop()
			}
			return done
		}
	}
	stepa := progress("a")
	stepb := progress("b")
	stepc := progress("c")
	stepd := progress("d")
	stepe := progress("e")
	stepf := progress("f")
	stepg := progress("g")
	steph := progress("h")
	stepi := progress("i")
	stepj := progress("j")
	stepk := progress("k")
	stepl := progress("l")

	resp, err := http.Get(url)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	var values [12]string
	dec := json.NewDecoder(resp.Body)
	for dec.Decode(&values) == nil {
		ok = stepa(len(values[0]) > 0) &&
			stepb(len(values[1]) > 0) &&
			stepc(len(values[2]) > 0) &&
			stepd(len(values[3]) > 0) &&
			stepe(len(values[4]) > 0) &&
			stepf(len(values[5]) > 0) &&
			stepg(len(values[6]) > 0) &&
			steph(len(values[7]) > 0) &&
			stepi(len(values[8]) > 0) &&
			stepj(len(values[9]) > 0) &&
			stepk(len(values[10]) > 0) &&
			stepl(len(values[11]) > 0)
	}
	return ok, nil
}

type options struct{ a, b, c, d, e, f, g, h, i, j, k, l bool }

// do has options without end, and returns what it has fetched. It is silent: what it does with which of them cannot be
// told, but what it returns can.
func do(client *http.Client, url string, o options) (resp *http.Response, err error) {
	for range 3 {
		var req *http.Request
		if req, err = http.NewRequest(http.MethodGet, url, nil); err != nil {
			return nil, err
		}
		if o.a {
			req.Header.Set("A", "1")
		}
		if o.b {
			req.Header.Set("B", "1")
		}
		if o.c {
			req.Header.Set("C", "1")
		}
		if o.d {
			req.Header.Set("D", "1")
		}
		if o.e {
			req.Header.Set("E", "1")
		}
		if o.f {
			req.Header.Set("F", "1")
		}
		if o.g {
			req.Header.Set("G", "1")
		}
		if o.h {
			req.Header.Set("H", "1")
		}
		if o.i {
			req.Header.Set("I", "1")
		}
		if o.j {
			req.Header.Set("J", "1")
		}
		if o.k {
			req.Header.Set("K", "1")
		}
		if o.l {
			req.Header.Set("L", "1")
		}
		if resp, err = client.Do(req); err != nil {
			continue
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		time.Sleep(time.Second)
	}
	return nil, errors.New("no answer")
}

func reportedLargeFetcher(client *http.Client, url string) ([]byte, error) {
	resp, err := do(client, url, options{}) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func silentLargeFetcher(client *http.Client, url string) ([]byte, error) {
	resp, err := do(client, url, options{})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

type request struct {
	Method, Kind, Agent, Host string
	Retries                   int
	Headers, Params           map[string]string
	Codes                     []int
}

// reportedRequest has many ways to its request, and forgets an answer where it tries again.
func (c caller) reportedRequest(url string, o request) (string, error) {
	method, kind, agent, host, codes := o.Method, c.kind, c.agent, c.host, c.codes
	if method == "" {
		method = http.MethodGet
	}
	if o.Kind != "" {
		kind = o.Kind
	}
	if o.Agent != "" {
		agent = o.Agent
	}
	if o.Host != "" {
		host = o.Host
	}
	if o.Codes != nil {
		codes = o.Codes
	}
	again := func(code int) bool {
		for _, c := range codes {
			if c == code {
				return true
			}
		}
		return false
	}
	tries := 0
	for {
		req, err := http.NewRequest(method, url, nil)
		if err != nil {
			return "", err
		}
		if kind != "" {
			req.Header.Set("Accept", kind)
		}
		if agent != "" {
			req.Header.Set("User-Agent", agent)
		}
		if host != "" {
			req.Host = host
		}
		for k, v := range o.Headers {
			req.Header.Set(k, v)
		}
		for k, v := range o.Params {
			req.URL.RawQuery += k + "=" + v
		}
		resp, err := http.DefaultClient.Do(req) // want `response body of resp is not closed when`
		if err != nil {
			if tries++; tries > o.Retries {
				return "", err
			}
			continue
		}
		if again(resp.StatusCode) {
			if tries++; tries <= o.Retries {
				continue
			}
		}
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		return string(text), err
	}
}

type caller struct {
	kind, agent, host string
	codes             []int
}
