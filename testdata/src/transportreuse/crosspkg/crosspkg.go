// Package crosspkg builds transports in one package and sends, keeps or closes in another.
package crosspkg

import (
	"net/http"
	"time"

	"transportreuse/crosspkg/factory"
	"transportreuse/crosspkg/keepers"
	"transportreuse/crosspkg/requests"
)

func sentThere(u string) error {
	tr := &http.Transport{} // want "http.Transport is built anew for each call.*line 15"
	return requests.Get(&http.Client{Transport: tr}, u)
}

func trippedThere(req *http.Request) error {
	tr := &http.Transport{} // want "http.Transport is built anew for each call.*line 20"
	return requests.Trip(tr, req)
}

func sentThereInLoop(urls []string) {
	for _, u := range urls {
		c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew in each round of a loop"
		_ = requests.Get(c, u)
	}
}

func sentThereByHandler(w http.ResponseWriter, r *http.Request) {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	_ = requests.Get(c, "http://backend.internal")
}

// Silent: closed there.
func closedThere(u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	return requests.GetAndClose(c, u)
}

// Silent: keep-alive is turned off there.
func offThere(u string) error {
	tr := &http.Transport{}
	requests.Quiet(tr)
	return requests.Get(&http.Client{Transport: tr}, u)
}

// Silent: the worker is there.
func worksThere(jobs <-chan string) {
	c := &http.Client{Transport: &http.Transport{}}
	requests.Work(c, jobs)
}

// Silent: kept there, in a variable.
func keptThere(u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	keepers.Keep(c)
	return requests.Get(c, u)
}

// Silent: kept there, in what is returned.
func keptInResult(u string) (*keepers.API, error) {
	c := &http.Client{Transport: &http.Transport{}}
	if err := requests.Get(c, u); err != nil {
		return nil, err
	}
	return keepers.New(c), nil
}

// Silent: kept there, in what the caller has.
func keptInParameter(api *keepers.API, u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	api.Use(c)
	return requests.Get(c, u)
}

func keptAndDropped(u string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	api := keepers.New(c)
	return requests.Get(api.Client, u)
}

// Built there, for each call here: the call stands for the literal.
func builtThere(u string) error {
	c := factory.Client() // want "http.Transport is built anew for each call"
	return requests.Get(c, u)
}

func builtThereInHandler(w http.ResponseWriter, r *http.Request) {
	_ = requests.Get(factory.Client(), "http://backend.internal") // want "http.Transport is built anew for each call"
}

// Silent: built there once.
var once = factory.Client()

func usesOnce(u string) error {
	return requests.Get(once, u)
}

// Silent: built there, closed here.
func builtThereClosedHere(u string) error {
	c := factory.Client()
	defer c.CloseIdleConnections()
	return requests.Get(c, u)
}

// Silent: built there and kept here.
func builtThereKeptHere() *keepers.API {
	return keepers.New(factory.Client())
}

// Silent: what is built there has no keep-alive.
func quietThere(u string) error {
	return requests.Get(factory.Quiet(), u)
}

// Silent: what is built there shares DefaultTransport.
func sharingThere(u string) error {
	return requests.Get(factory.Sharing(time.Second), u)
}

// Silent: built there once, under sync.OnceValue.
func sharedThere(u string) error {
	return requests.Get(factory.Shared(), u)
}
