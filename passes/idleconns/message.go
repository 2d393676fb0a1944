package idleconns

import (
	"fmt"
	"path/filepath"

	"github.com/kalint/kalint/passes/internal/clients"
)

// message says what is not set, what that is too little for, and what it costs. File is where the report stands.
func message(c *clients.Idle, file string) string {
	text := subject(c) + ", but " + crowd(c, filepath.Base(file))
	if c.Made.IsValid() {
		text += fmt.Sprintf(" (made at %s:%d)", c.Made.File, c.Made.Line)
	}
	return text + ": " + cost(c)
}

// subject says what keeps too little.
func subject(c *clients.Idle) string {
	switch c.Kind {
	case clients.Transport:
		return "MaxIdleConnsPerHost of " + called(c, "Transport") + " is not set"
	case clients.Shared:
		return c.Name + " keeps only two idle connections per host"
	case clients.Proxy:
		return called(c, "proxy") + " has no Transport with MaxIdleConnsPerHost"
	}
	return called(c, "client") + " has no Transport with MaxIdleConnsPerHost"
}

// called is what the reader knows it as.
func called(c *clients.Idle, what string) string {
	if c.Behind {
		return "the " + what + " that " + c.Name + " uses"
	}
	return c.Name
}

// crowd says what uses it concurrently.
func crowd(c *clients.Idle, file string) string {
	if c.How == clients.Handler {
		return "the handler" + at(c.Spawn, file) + " uses it in a goroutine for each request"
	}
	text := "goroutines"
	if c.Bound > 0 {
		text = fmt.Sprintf("up to %d goroutines", c.Bound)
	}
	if c.Spawn.IsValid() {
		text += " started" + at(c.Spawn, file)
	}
	if c.Kind == clients.Transport {
		return text + " share it"
	}
	return text + " use it" // a client may be made for each of them, and share the default Transport
}

// at names the place for a reader of the file.
func at(p clients.Place, file string) string {
	switch {
	case !p.IsValid():
		return ""
	case p.Pos.IsValid() && p.File == file:
		return fmt.Sprintf(" at line %d", p.Line)
	}
	return fmt.Sprintf(" at line %d of %s", p.Line, p.File)
}

// cost says what becomes of the connections.
func cost(c *clients.Idle) string {
	switch {
	case c.Kind == clients.Shared:
		return "all others are closed after use"
	case c.Default:
		return "http.DefaultTransport keeps two idle connections per host"
	}
	return "two idle connections per host are kept"
}
