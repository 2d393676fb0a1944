// Package registry has its constructors called by whoever they were registered with.
package registry

import (
	"io"
	"net/http"
	"sync"
	"time"

	"idleconns/registry/inputs"
)

type drops struct {
	urls   []string
	client *http.Client
}

// Gather asks all at once.
func (d *drops) Gather() {
	var wg sync.WaitGroup
	for _, u := range d.urls {
		wg.Add(1)
		go func(u string) {
			defer wg.Done()
			get(d.client, u)
		}(u)
	}
	wg.Wait()
}

func get(c *http.Client, url string) {
	resp, err := c.Get(url)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}

func init() {
	inputs.Add("literal", func() inputs.Input {
		return &drops{client: &http.Client{
			Transport: &http.Transport{ResponseHeaderTimeout: time.Second}, // want `MaxIdleConnsPerHost`
		}}
	})
	inputs.Add("set", func() inputs.Input {
		return &drops{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}}
	})
	inputs.Add("named", newDrops)
	inputs.Add("alone", newAlone)
}

func newDrops() inputs.Input {
	return &drops{client: &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Second}}} // want `MaxIdleConnsPerHost`
}

// alone asks one after the other.
type alone struct{ client *http.Client }

func (a *alone) Gather() {
	for range 3 {
		get(a.client, "http://x")
	}
}

func newAlone() inputs.Input {
	return &alone{client: &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Second}}}
}
