package defaults

import (
	"cmp"
	"crypto/tls"
	"net/http"
)

// Settings are what callers out of view may give; what they leave out gets a default, which is stored where it was missing.
type Settings struct {
	Client    *http.Client
	Fallback  *http.Client
	Transport http.RoundTripper
	Net       *NetSettings
}

type NetSettings struct{ Client *http.Client }

type stored struct{ c *http.Client }

func (s *stored) all(urls []string) {
	for _, u := range urls {
		go fetch(s.c, u)
	}
}

func fetch(c *http.Client, url string) {
	resp, err := c.Get(url)
	if err == nil {
		resp.Body.Close()
	}
}

func ByPointer(s *Settings, urls []string) {
	if s.Client == nil {
		s.Client = &http.Client{} // want "s.Client has no Transport"
	}
	st := &stored{s.Client}
	st.all(urls)
}

func ByValue(s Settings, urls []string) {
	if s.Client == nil {
		s.Client = &http.Client{} // want "s.Client has no Transport"
	}
	st := &stored{s.Client}
	st.all(urls)
}

func Shared(s Settings, urls []string) {
	if s.Client == nil {
		s.Client = http.DefaultClient
	}
	for _, u := range urls {
		go s.Client.Get(u) // want "http.DefaultClient keeps only two"
	}
}

func ByTransport(s Settings, urls []string) {
	if s.Transport == nil {
		s.Transport = &http.Transport{TLSClientConfig: &tls.Config{}} // want "MaxIdleConnsPerHost of s.Transport is not set"
	}
	st := &stored{&http.Client{Transport: s.Transport}}
	st.all(urls)
}

// The struct may be missing as well.
func Missing(s *Settings, urls []string) {
	if s == nil {
		s = &Settings{}
	}
	if s.Client == nil {
		s.Client = &http.Client{} // want "s.Client has no Transport"
	}
	st := &stored{s.Client}
	st.all(urls)
}

// A function of its own sets the defaults.
func (s *Settings) complete() {
	if s.Fallback == nil {
		s.Fallback = &http.Client{} // want "s.Fallback has no Transport"
	}
}

func Completed(s Settings, urls []string) {
	s.complete()
	for _, u := range urls {
		go fetch(s.Fallback, u)
	}
}

// It is a part of a part.
func Nested(s *Settings, urls []string) {
	if s.Net.Client == nil {
		s.Net.Client = &http.Client{} // want "s.Net.Client has no Transport"
	}
	for _, u := range urls {
		go fetch(s.Net.Client, u)
	}
}

// They are kept as a whole.
type whole struct{ settings Settings }

func NewWhole(s Settings) *whole {
	if s.Client == nil {
		s.Client = &http.Client{} // want "s.Client has no Transport"
	}
	return &whole{s}
}

func (w *whole) All(urls []string) {
	for _, u := range urls {
		go fetch(w.settings.Client, u)
	}
}

// Silent: the default is set up.
func SetUp(s Settings, urls []string) {
	if s.Client == nil {
		s.Client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
	}
	st := &stored{s.Client}
	st.all(urls)
}

// Silent: another one is used.
func Other(s *Settings, urls []string) {
	if s.Client == nil {
		s.Client = &http.Client{}
	}
	for _, u := range urls {
		go fetch(s.Fallback, u)
	}
}

// Silent: whatever was given, if it was said so, is set up or not.
func Unguarded(s *Settings, urls []string) {
	if len(urls) > 10 {
		s.Client = http.DefaultClient
	}
	for _, u := range urls {
		go s.Client.Get(u)
	}
}

// Silent: all those that there are give one that is set up.
func given(s *Settings, urls []string) {
	if s.Client == nil {
		s.Client = &http.Client{}
	}
	for _, u := range urls {
		go fetch(s.Client, u)
	}
}

func Gives(urls []string) {
	given(&Settings{Client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}}, urls)
}

// Whoever gives none gets the default from a function.
func orDefault(c *http.Client) *http.Client {
	if c != nil {
		return c
	}
	return &http.Client{} // want "http.Client has no Transport"
}

func Helped(s Settings, urls []string) {
	st := &stored{orDefault(s.Client)}
	st.all(urls)
}

func (s *Settings) client() *http.Client {
	if s == nil || s.Client == nil {
		return &http.Client{} // want "http.Client has no Transport"
	}
	return s.Client
}

func Asked(s *Settings, urls []string) {
	st := &stored{s.client()}
	st.all(urls)
}

func Or(s Settings, urls []string) {
	st := &stored{cmp.Or(s.Client, &http.Client{})} // want "http.Client has no Transport"
	st.all(urls)
}

// Silent: the default is set up.
func tunedOr(c *http.Client) *http.Client {
	if c != nil {
		return c
	}
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
}

func HelpedTuned(s Settings, urls []string) {
	st := &stored{tunedOr(s.Client)}
	st.all(urls)
	st = &stored{cmp.Or(s.Client, &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}})}
	st.all(urls)
}

// Silent: something else decides.
func pick(c *http.Client, own bool) *http.Client {
	if own {
		return http.DefaultClient
	}
	return c
}

func Picked(s Settings, own bool, urls []string) {
	for _, u := range urls {
		go pick(s.Client, own).Get(u)
	}
}
