package bounds

import (
	"net/http"

	"golang.org/x/sync/singleflight"
)

const jwksKey = "jwks"

// Silent: with one key for all, one request at a time is sent.
type keys struct {
	group  singleflight.Group
	client *http.Client
}

func newKeys() *keys { return &keys{client: &http.Client{}} }

func (k *keys) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _, _ = k.group.Do(jwksKey, func() (interface{}, error) { return nil, ask(k.client, "http://idp.internal/keys") })
}

// Silent: the same in a goroutine that is waited for.
type keysSoon struct {
	group  singleflight.Group
	client *http.Client
}

func newKeysSoon() *keysSoon { return &keysSoon{client: &http.Client{}} }

func (k *keysSoon) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case <-k.group.DoChan("keys", func() (interface{}, error) { return nil, ask(k.client, "http://idp.internal/keys") }):
	case <-r.Context().Done():
	}
}

// One at a time for each path.
type pages struct {
	group  singleflight.Group
	client *http.Client
}

func newPages() *pages { return &pages{client: &http.Client{}} } // want "client has no Transport"

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _, _ = p.group.Do(r.URL.Path, func() (interface{}, error) { return nil, ask(p.client, "http://backend.internal"+r.URL.Path) })
}

// It is asked beside the group as well.
type beside struct {
	group  singleflight.Group
	client *http.Client
}

func newBeside() *beside { return &beside{client: &http.Client{}} } // want "client has no Transport"

func (b *beside) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _, _ = b.group.Do("keys", func() (interface{}, error) { return nil, ask(b.client, "http://idp.internal/keys") })
	_ = ask(b.client, "http://backend.internal"+r.URL.Path)
}

func ask(c *http.Client, url string) error {
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func init() {
	http.Handle("/keys", newKeys())
	http.Handle("/soon", newKeysSoon())
	http.Handle("/beside", newBeside())
	http.Handle("/", newPages())
}
