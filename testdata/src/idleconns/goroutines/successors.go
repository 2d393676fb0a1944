package goroutines

import (
	"net/http"
	"time"
)

func touch(c *http.Client, url string) {
	resp, err := c.Get(url)
	if err == nil {
		resp.Body.Close()
	}
}

// Silent: the goroutine starts the next one and ends.
type self struct{ c *http.Client }

func (s *self) run(url string) {
	touch(s.c, url)
	go s.run(url)
}

func startSelf(url string) {
	s := &self{&http.Client{}}
	go s.run(url)
}

// Silent: another function starts it again, when a connection is there.
type stream struct{ c *http.Client }

func (s *stream) read(url string) {
	touch(s.c, url)
	s.restart(url)
}

func (s *stream) restart(url string) {
	for {
		time.Sleep(time.Second)
		if resp, err := s.c.Head(url); err == nil {
			resp.Body.Close()
			go s.read(url)
			return
		}
	}
}

func startStream(url string) {
	s := &stream{&http.Client{}}
	go s.read(url)
}

// Silent: by a literal.
type literal struct{ c *http.Client }

func (l *literal) run(url string) {
	touch(l.c, url)
	go func() { l.run(url) }()
}

func startLiteral(url string) {
	l := &literal{&http.Client{}}
	go l.run(url)
}

// Each starts two.
type branching struct{ c *http.Client }

func (b *branching) run(url string) {
	touch(b.c, url)
	go b.run(url + "/l")
	go b.run(url + "/r")
}

func startBranching(url string) {
	b := &branching{&http.Client{}} // want "http.Client has no Transport"
	go b.run(url)
}

// Each asks twice for one to be started.
type twice struct{ c *http.Client }

func (t *twice) run(url string) {
	touch(t.c, url)
	t.start(url + "/l")
	t.start(url + "/r")
}

func (t *twice) start(url string) { go t.run(url) }

func startTwice(url string) {
	t := &twice{&http.Client{}} // want "http.Client has no Transport"
	t.start(url)
}

// Many start, and each has one successor.
type many struct{ c *http.Client }

func (m *many) run(url string) {
	touch(m.c, url)
	go m.run(url)
}

func startMany(urls []string) {
	m := &many{&http.Client{}} // want "http.Client has no Transport"
	for _, u := range urls {
		go m.run(u)
	}
}

// Each starts one for all that it finds.
type spider struct{ c *http.Client }

func (c *spider) visit(url string) {
	touch(c.c, url)
	for _, link := range links(url) {
		go c.visit(link)
	}
}

func links(url string) []string { return []string{url + "/a", url + "/b", url + "/c"} }

func startSpider(url string) {
	c := &spider{&http.Client{}} // want "http.Client has no Transport"
	c.visit(url)
}

// Many start, and a timer starts the next one of each.
type timed struct{ c *http.Client }

func (t *timed) run(url string) {
	touch(t.c, url)
	time.AfterFunc(time.Second, func() { t.run(url) })
}

func startTimed(urls []string) {
	t := &timed{&http.Client{}} // want "http.Client has no Transport"
	for _, u := range urls {
		go t.run(u)
	}
}
