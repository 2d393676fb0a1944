package crosspkg

import (
	"sync"

	"idleconns/crosspkg/promoted"
)

func promotes(questions []string) {
	e := promoted.New("fast")
	var wg sync.WaitGroup
	for _, q := range questions {
		wg.Go(func() {
			_ = e.Ask(q) // want `http.DefaultClient keeps only two idle connections per host, but goroutines started at line 13 use it`
		})
	}
	wg.Wait()
	_ = e.Close()
}

// Silent: it asks nobody.
func promotesDry(questions []string) {
	e := promoted.Dry()
	for _, q := range questions {
		go e.Ask(q)
	}
}
