package bounds

import (
	"net/http"
	"sync"
)

// A token comes from a source that may be one of many, this package's own among them.
type tokens interface{ Token() (string, error) }

type asked struct{ client *http.Client }

func (a *asked) Token() (string, error) { return "", get(a.client, "http://tokens.internal") }

// refreshed asks its source for the next token while there is one still, one request at a time.
type refreshed struct {
	from    tokens
	mu      sync.Mutex
	token   string
	running bool
	failed  bool
}

// Silent: the one that has set the flag starts the goroutine, though its source may be another of the kind.
func AskRefreshed(n int) {
	var t tokens = &refreshed{from: &refreshed{from: &asked{&http.Client{}}}}
	for range n {
		_, _ = t.Token()
	}
}

func (r *refreshed) Token() (string, error) {
	r.mu.Lock()
	have := r.token
	r.mu.Unlock()
	if have != "" {
		r.refresh()
		return have, nil
	}
	return r.wait()
}

func (r *refreshed) wait() (string, error) {
	t, err := r.from.Token()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.token = t
	return t, err
}

func (r *refreshed) refresh() {
	ask := func() {
		t, err := r.from.Token()
		r.mu.Lock()
		defer r.mu.Unlock()
		r.running = false
		r.token, r.failed = t, err != nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.running && !r.failed {
		r.running = true
		go ask()
	}
}

// eager starts a goroutine for each that asks.
type eager struct{ from tokens }

// Reported: nothing holds them back.
func AskEager(n int) {
	var t tokens = &eager{from: &asked{&http.Client{}}} // want "http.Client has no Transport with MaxIdleConnsPerHost"
	for range n {
		_, _ = t.Token()
	}
}

func (e *eager) Token() (string, error) {
	go func() { _, _ = e.from.Token() }()
	return "", nil
}
