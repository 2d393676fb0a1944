package idleconns

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/kalint/kalint/passes/internal/clients"
)

func TestMessage(t *testing.T) {
	here := clients.Place{Pos: 1, File: "a.go", Line: 42}
	other := clients.Place{Pos: 1, File: "b.go", Line: 42}
	elsewhere := clients.Place{File: "a.go", Line: 42}
	for want, c := range map[string]*clients.Idle{
		"MaxIdleConnsPerHost of tr is not set, but goroutines started at line 42 share it: two idle connections per host are kept": {
			Kind: clients.Transport, Name: "tr", Spawn: here,
		},
		"MaxIdleConnsPerHost of tr is not set, but up to 8 goroutines started at line 42 of b.go share it: two idle connections per host are kept": {
			Kind: clients.Transport, Name: "tr", Spawn: other, Bound: 8,
		},
		"MaxIdleConnsPerHost of s.tr is not set, but the handler at line 42 of a.go uses it in a goroutine for each request: two idle connections per host are kept": {
			Kind: clients.Transport, Name: "s.tr", Spawn: elsewhere, How: clients.Handler,
		},
		"c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 42 use it (made at new.go:7): http.DefaultTransport keeps two idle connections per host": {
			Kind: clients.Client, Name: "c", Spawn: here, Default: true, Made: clients.Place{File: "new.go", Line: 7},
		},
		"the client that store.Send uses has no Transport with MaxIdleConnsPerHost, but the handler at line 42 uses it in a goroutine for each request (made at new.go:7): http.DefaultTransport keeps two idle connections per host": {
			Kind: clients.Client, Name: "store.Send", Spawn: here, How: clients.Handler, Default: true, Behind: true, Made: clients.Place{File: "new.go", Line: 7},
		},
		"MaxIdleConnsPerHost of the Transport that s uses is not set, but goroutines started at line 42 share it (made at new.go:7): two idle connections per host are kept": {
			Kind: clients.Transport, Name: "s", Spawn: here, Behind: true, Made: clients.Place{File: "new.go", Line: 7},
		},
		"proxy has no Transport with MaxIdleConnsPerHost, but the handler at line 42 uses it in a goroutine for each request: http.DefaultTransport keeps two idle connections per host": {
			Kind: clients.Proxy, Name: "proxy", Spawn: here, How: clients.Handler, Default: true,
		},
		"http.Get keeps only two idle connections per host, but goroutines started at line 42 use it: all others are closed after use": {
			Kind: clients.Shared, Name: "http.Get", Spawn: here, Default: true,
		},
	} {
		assert.Equal(t, want, message(c, "/src/a.go"))
	}
}
