// Package b has the findings.
package b

import (
	"io"
	"log"
	"net/http"
	"sync"

	"example.com/m/a"
)

func drained(url string) {
	resp, err := a.Fetch(url)
	a.Must(err)
	a.Drain(resp)
}

func unread(url string) int {
	resp, err := a.Fetch(url) // want bodydrain
	a.Must(err)
	defer a.Close(resp.Body)
	return resp.StatusCode
}

func unclosed(url string) int64 {
	resp, err := a.Fetch(url) // want bodyclose
	a.Must(err)
	n, err := a.Size(resp)
	if err != nil {
		log.Fatal(err)
	}
	return n
}

func early(url string) (n int64) {
	resp, err := a.Fetch(url) // want bodydrain, at level paths
	a.Must(err)
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return 0
	}
	n, err = io.Copy(io.Discard, resp.Body)
	a.Must(err)
	return n
}

func load(url string) {
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			for range 10 {
				resp, err := a.Few.Get(url) // want idleconns
				a.Must(err)
				a.Drain(resp)
				resp, err = a.Many.Get(url)
				a.Must(err)
				a.Drain(resp)
			}
		})
	}
	wg.Wait()
}

func once(url string) {
	resp, err := a.New().Get(url) // want transportreuse
	a.Must(err)
	a.Drain(resp)
}

func silenced(url string) {
	resp, err := a.Fetch(url) //kalint:ignore bodyclose the program ends here
	a.Must(err)
	log.Print(resp.Status)

	resp, err = a.Fetch(url) //nolint:bodyclose // as golangci-lint has it
	a.Must(err)
	log.Print(resp.Status)

	//kalint:ignore bodyclose // want ignore
	resp, err = a.Fetch(url) // want bodyclose
	a.Must(err)
	log.Print(resp.Status)

	a.Drain(nil) //kalint:ignore bodyclose nothing is found here // want bodyclose
}
