package goroutines

import (
	"net/http"
	"sync"
	"time"
)

// Here a goroutine is started once, and comes by the place again where it was.

type beating struct {
	hc   *http.Client
	once sync.Once
	done chan struct{}
}

// Silent: there is one heartbeat.
func newBeating() *beating {
	tr := &http.Transport{IdleConnTimeout: time.Minute}
	return &beating{hc: &http.Client{Transport: tr}, done: make(chan struct{})}
}

func (b *beating) do(req *http.Request) (*http.Response, error) {
	b.once.Do(b.start)
	return b.hc.Do(req)
}

func (b *beating) start() { go b.beat() }

func (b *beating) beat() {
	for {
		select {
		case <-b.done:
			return
		case <-time.After(time.Second):
			b.status()
		}
	}
}

func (b *beating) status() {
	req, err := http.NewRequest("GET", "http://localhost/status", nil)
	if err != nil {
		return
	}
	if resp, err := b.do(req); err == nil {
		drain(resp)
	}
}

type starting struct {
	hc   *http.Client
	done chan struct{}
}

func newStarting() *starting {
	tr := &http.Transport{IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of tr is not set"
	return &starting{hc: &http.Client{Transport: tr}, done: make(chan struct{})}
}

func (b *starting) do(req *http.Request) (*http.Response, error) {
	go b.beat()
	return b.hc.Do(req)
}

func (b *starting) beat() {
	for range time.Tick(time.Second) {
		req, err := http.NewRequest("GET", "http://localhost/status", nil)
		if err != nil {
			return
		}
		if resp, err := b.do(req); err == nil {
			drain(resp)
		}
	}
}

type fanned struct {
	hc   *http.Client
	once sync.Once
}

// What is started once may start many.
func newFanned() *fanned {
	tr := &http.Transport{IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of tr is not set"
	return &fanned{hc: &http.Client{Transport: tr}}
}

func (m *fanned) get(url string) error {
	m.once.Do(func() {
		for range 10 {
			go m.loop()
		}
	})
	return m.fetch(url)
}

func (m *fanned) loop() {
	for range time.Tick(time.Second) {
		m.fetch("http://localhost/status")
	}
}

func (m *fanned) fetch(url string) error {
	resp, err := m.hc.Get(url)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}
