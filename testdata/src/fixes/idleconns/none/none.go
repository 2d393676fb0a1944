// None has reports without a fix.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func get(c *http.Client, u string) {
	resp, err := c.Get(u)
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func getAll(c *http.Client, urls []string) {
	for _, u := range urls {
		go get(c, u)
	}
}

func main() {
	runsOnce()
	for range 3 {
		runsInALoop()
	}
	runsTwice()
	runsTwice()
	go func() { runsInALiteral() }()
	value := runsAsAValue
	value()
	new(api).method()
	http.HandleFunc("/", handle)

	for range 3 {
		inALoop := &http.Client{} // want "inALoop has no Transport with MaxIdleConnsPerHost"
		getAll(inALoop, os.Args)
	}
	func() {
		inALiteral := &http.Client{} // want "inALiteral has no Transport with MaxIdleConnsPerHost"
		getAll(inALiteral, os.Args)
	}()
	var declared = &http.Client{} // want "declared has no Transport with MaxIdleConnsPerHost"
	getAll(declared, os.Args)
	if c := (&http.Client{}); len(os.Args) > 1 { // want "c has no Transport with MaxIdleConnsPerHost"
		getAll(c, os.Args)
	}
	one, other := &http.Client{}, new(http.Client) // want "one has no Transport with MaxIdleConnsPerHost" "other has no Transport with MaxIdleConnsPerHost"
	getAll(one, os.Args)
	getAll(other, os.Args)
	var zero http.Client // want "zero has no Transport with MaxIdleConnsPerHost"
	getAll(&zero, os.Args)
	var later *http.Client
	later = &http.Client{} // want "later has no Transport with MaxIdleConnsPerHost"
	getAll(later, os.Args)
	without := &http.Client{Transport: nil} // want "without has no Transport with MaxIdleConnsPerHost"
	getAll(without, os.Args)
	positional := &http.Client{nil, nil, nil, time.Second} // want "positional has no Transport with MaxIdleConnsPerHost"
	getAll(positional, os.Args)
	getAll(&http.Client{}, os.Args) // want "http.Client has no Transport with MaxIdleConnsPerHost"

	made := new(http.Transport) // want "MaxIdleConnsPerHost of made is not set"
	getAll(&http.Client{Transport: made}, os.Args)
	clone := http.DefaultTransport.(*http.Transport).Clone() // want "MaxIdleConnsPerHost of clone is not set"
	getAll(&http.Client{Transport: clone}, os.Args)
}

// What a fix declares has its name from somewhere else here.
func init() {
	tr := "http://backend.internal"
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	getAll(client, []string{tr})
}

// Another package's constant might be all that it is imported for.
func init() {
	tr := &http.Transport{MaxIdleConns: http.DefaultMaxIdleConnsPerHost} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, os.Args)
}

// The transport would be dropped when the function returns.
func runsOnce() {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	getAll(client, os.Args)
}

type api struct{ client *http.Client }

var apis []*api

func keep(a *api) {
	apis = append(apis, a)
	getAll(a.client, os.Args)
}

func runsInALoop() {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	keep(&api{client: client})
}

func runsTwice() {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	keep(&api{client: client})
}

func runsInALiteral() {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	keep(&api{client: client})
}

func runsAsAValue() {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	keep(&api{client: client})
}

func (a *api) method() {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	a.client = client
	keep(a)
}

func callsItself(n int) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	keep(&api{client: client})
	if n > 0 {
		callsItself(n - 1)
	}
}

// The handler runs for each request.
func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	get(client, "http://backend.internal")
	resp, err := http.Get("http://backend.internal") // want "http.Get keeps only two idle connections per host"
	if err == nil {
		resp.Body.Close()
	}
}
