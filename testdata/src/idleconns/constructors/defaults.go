package constructors

import (
	"cmp"
	"net/http"
)

// askAll asks all at once.
type askAll struct{ client *http.Client }

func (a *askAll) all(urls []string) {
	for _, u := range urls {
		go a.one(u)
	}
}

func (a *askAll) one(u string) {
	if resp, err := a.client.Get(u); err == nil {
		resp.Body.Close()
	}
}

func newAskAll(c *http.Client) *askAll {
	if c == nil {
		c = &http.Client{}
	}
	return &askAll{client: c}
}

// Silent: the client that is given keeps enough; the one for want of it is not made.
func givesTuned(urls []string) {
	newAskAll(&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 50}}).all(urls)
}

type asks struct{ client *http.Client }

func (a *asks) all(urls []string) {
	for _, u := range urls {
		go a.one(u)
	}
}

func (a *asks) one(u string) {
	if resp, err := a.client.Get(u); err == nil {
		resp.Body.Close()
	}
}

func newAsks(c *http.Client) *asks {
	if c == nil {
		c = &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	}
	return &asks{client: c}
}

func givesNone(urls []string) { newAsks(nil).all(urls) }

// NewExporter is called from elsewhere: who gives no Transport has this one.
func NewExporter(tr http.RoundTripper) *Exporter {
	if tr == nil {
		tr = &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	}
	return &Exporter{client: &http.Client{Transport: tr}}
}

type Exporter struct{ client *http.Client }

func (e *Exporter) All(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := e.client.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

type picks struct{ client *http.Client }

// Chosen by cmp.Or: the second if the first is nil.
func (c *picks) all(urls []string) {
	client := cmp.Or(c.client, http.DefaultClient)
	for _, u := range urls {
		go func() {
			if resp, err := client.Get(u); err == nil { // want "http.DefaultClient keeps only two idle connections per host"
				resp.Body.Close()
			}
		}()
	}
}

func chooseNone(urls []string) { new(picks).all(urls) }

// Options are filled in elsewhere.
type Options struct {
	Secure    bool
	Transport http.RoundTripper
}

// NewUploader is called from elsewhere: who leaves the option out has this Transport.
func NewUploader(opts *Options) *Exporter {
	tr := opts.Transport
	if tr == nil {
		tr = uploads(opts.Secure)
	}
	return &Exporter{client: &http.Client{Transport: tr}}
}

func uploads(secure bool) *http.Transport {
	tr := &http.Transport{MaxIdleConns: 256} // want "MaxIdleConnsPerHost of tr is not set"
	if secure {
		tr.DisableCompression = true
	}
	return tr
}

// NewDownloader has its options by value.
func NewDownloader(opts Options) *Exporter {
	tr := opts.Transport
	if tr == nil {
		tr = &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	}
	return &Exporter{client: &http.Client{Transport: tr}}
}

// Silent: another option says whether it is one of the caller's.
func NewCopier(opts *Options) *Exporter {
	tr := opts.Transport
	if opts.Secure {
		tr = &http.Transport{}
	}
	return &Exporter{client: &http.Client{Transport: tr}}
}

// Silent: the one caller that there is gives one that keeps more.
func newMover(opts *Options) *Exporter {
	tr := opts.Transport
	if tr == nil {
		tr = &http.Transport{}
	}
	return &Exporter{client: &http.Client{Transport: tr}}
}

func Move(urls []string) {
	newMover(&Options{Transport: &http.Transport{MaxIdleConnsPerHost: 32}}).All(urls)
}
