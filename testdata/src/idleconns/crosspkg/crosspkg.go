// Package crosspkg has clients in one package and their goroutines in another.
package crosspkg

import (
	"net/http"
	"os"
	"time"

	"idleconns/crosspkg/clients"
	"idleconns/crosspkg/middle"
	"idleconns/crosspkg/parallel"
)

// The literal here, the goroutines there.

func literalHere(urls []string) {
	c := &http.Client{Timeout: time.Second} // want "c has no Transport with MaxIdleConnsPerHost"
	parallel.FetchAll(c, urls)
}

func transportHere(urls []string) error {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	return parallel.FetchGroup(&http.Client{Transport: tr}, urls, 20)
}

// Silent: MaxIdleConnsPerHost is set here.
func tunedHere(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 20}
	parallel.FetchAll(&http.Client{Transport: tr}, urls)
}

// Silent: there, the requests are sent in order.
func inOrderThere(urls []string) {
	c := &http.Client{}
	parallel.FetchInOrder(c, urls)
}

// Silent: there, two are sent at once.
func twoThere(a, b string) {
	c := &http.Client{}
	parallel.FetchBoth(c, a, b)
}

// Silent: MaxIdleConnsPerHost is set there.
func tunedThere(urls []string) {
	tr := &http.Transport{}
	parallel.Tune(tr, 20)
	parallel.FetchAll(&http.Client{Transport: tr}, urls)
}

func trimmedThere(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	parallel.Trim(tr)
	parallel.FetchAll(&http.Client{Transport: tr}, urls)
}

func callbackThere(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	parallel.Each(urls, func(u string) {
		_ = parallel.Fetch(c, u)
	})
}

func callbackGets(urls []string) {
	parallel.Each(urls, func(u string) {
		resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host"
		if err == nil {
			resp.Body.Close()
		}
	})
}

// Silent: there, the callback runs in order.
func callbackInOrderThere(urls []string) {
	c := &http.Client{}
	parallel.InOrder(urls, func(u string) {
		_ = parallel.Fetch(c, u)
	})
}

func fieldThere(urls []string) {
	crawler := &parallel.Crawler{
		Client: &http.Client{}, // want "Client has no Transport with MaxIdleConnsPerHost"
	}
	crawler.Run(urls)
}

func fieldThereSetLater(urls []string) {
	var crawler parallel.Crawler
	crawler.Client = &http.Client{Timeout: time.Second} // want "crawler.Client has no Transport with MaxIdleConnsPerHost"
	crawler.Run(urls)
}

// Silent: the field gets a client that keeps more.
func fieldThereTuned(urls []string) {
	crawler := parallel.Crawler{Client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 9}}}
	crawler.Run(urls)
}

func poolThere() {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	parallel.NewPool(c, 10).Start()
}

// Silent: the pool gets a client that keeps more.
func poolThereTuned() {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
	parallel.NewPool(c, 10).Start()
}

func handlerThere(mux *http.ServeMux) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	mux.Handle("/", parallel.Forward(c, "http://backend.internal"))
}

func twoPackagesAway(names []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	middle.Mirror(c, "http://mirror.internal", names)
}

// Silent: set two packages away.
func tunedTwoPackagesAway(names []string) {
	tr := middle.Tuned(&http.Transport{})
	middle.Mirror(&http.Client{Transport: tr}, "http://mirror.internal", names)
}

func goroutinesHereFetchThere(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost.*line 130"
	for _, u := range urls {
		go func() {
			_ = parallel.Fetch(c, u)
		}()
	}
}

// The literal there, the goroutines here: what is called here stands for the literal.

func literalThere(urls []string) {
	c := clients.New() // want "MaxIdleConnsPerHost"
	for _, u := range urls {
		go parallel.Fetch(c, u)
	}
}

// Silent: what is made there keeps more.
func tunedLiteralThere(urls []string) {
	c := clients.NewTuned()
	for _, u := range urls {
		go parallel.Fetch(c, u)
	}
}

// Silent: what is made two packages away keeps more.
func tunedLiteralTwoAway(urls []string) {
	c := middle.Client()
	for _, u := range urls {
		go parallel.Fetch(c, u)
	}
}

// Silent: made there, completed here.
func completedHere(urls []string) {
	c := clients.New()
	c.Transport = &http.Transport{MaxIdleConnsPerHost: 30}
	for _, u := range urls {
		go parallel.Fetch(c, u)
	}
}

// Silent: made there, used here in order.
func literalThereInOrder(urls []string) {
	c := clients.New()
	for _, u := range urls {
		_ = parallel.Fetch(c, u)
	}
}

func transportThere(urls []string) {
	tr := clients.NewTransport() // want "MaxIdleConnsPerHost"
	c := &http.Client{Transport: tr}
	for _, u := range urls {
		go parallel.Fetch(c, u)
	}
}

// Silent: the Transport comes from there, the setting from here.
func transportThereTunedHere(urls []string) {
	tr := clients.NewTransport()
	tr.MaxIdleConnsPerHost = 30
	c := &http.Client{Transport: tr}
	for _, u := range urls {
		go parallel.Fetch(c, u)
	}
}

func bothThere(urls []string) {
	parallel.FetchAll(clients.New(), urls) // want "MaxIdleConnsPerHost"
}

func apiThere(paths []string) {
	api := clients.NewAPI("http://api.internal") // want "MaxIdleConnsPerHost"
	for _, p := range paths {
		go api.Get(p)
	}
}

// Silent: in order.
func apiThereInOrder(paths []string) {
	api := clients.NewAPI("http://api.internal")
	for _, p := range paths {
		_ = api.Get(p)
	}
}

func apiWithClientFromHere(paths []string) {
	hc := &http.Client{} // want "hc has no Transport with MaxIdleConnsPerHost.*line 219"
	api := clients.NewAPIWithClient(hc, "http://api.internal")
	for _, p := range paths {
		go api.Get(p)
	}
}

// Silent: the API gets a client that keeps more.
func apiWithTunedClient(paths []string) {
	hc := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 30}}
	api := clients.NewAPIWithClient(hc, "http://api.internal")
	for _, p := range paths {
		go api.Get(p)
	}
}

type server struct{ api *clients.API }

func newServer() *server {
	hc := &http.Client{} // want "hc has no Transport with MaxIdleConnsPerHost.*line 239"
	return &server{api: clients.NewAPIWithClient(hc, "http://api.internal")}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := s.api.Get(r.URL.Path); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func variableThere(urls []string) {
	for _, u := range urls {
		go func() {
			resp, err := clients.Shared.Get(u) // want "idle connections per host|MaxIdleConnsPerHost"
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// Silent: the variable keeps more.
func tunedVariableThere(urls []string) {
	for _, u := range urls {
		go func() {
			resp, err := clients.SharedTuned.Get(u)
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
}

func defaultClientThere(urls []string) {
	for _, u := range urls {
		go clients.Ping(u) // want "idle connections per host|MaxIdleConnsPerHost"
	}
}

// Silent: in order.
func defaultClientThereInOrder(urls []string) {
	for _, u := range urls {
		_ = clients.Ping(u)
	}
}

// Silent: the goroutines call something there that does not send.
func printsThere(urls []string) {
	for _, u := range urls {
		go clients.Print(os.Stdout, u)
	}
}
