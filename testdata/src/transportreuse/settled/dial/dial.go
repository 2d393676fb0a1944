// Package dial makes clients that have a transport of their own only where an option asks for that.
package dial

import (
	"context"
	"net"
	"net/http"
	"time"
)

type Options struct {
	Timeout time.Duration
	Private bool
	CA      string
	Hosts   []string
	Proxy   func(*http.Request) (string, error)
	TLS     TLS
}

type TLS struct{ Insecure bool }

func own() *http.Client { return &http.Client{Transport: &http.Transport{}} }

func New(o Options) *http.Client {
	if !o.Private {
		return &http.Client{Timeout: o.Timeout}
	}
	return &http.Client{Timeout: o.Timeout, Transport: &http.Transport{}}
}

func Private(private bool) *http.Client {
	if private {
		return own()
	}
	return http.DefaultClient
}

func Mode(mode string) *http.Client {
	if mode == "own" {
		return own()
	}
	return http.DefaultClient
}

func Limit(n int) *http.Client {
	if n > 0 {
		return own()
	}
	return http.DefaultClient
}

func Dialer(d *net.Dialer) *http.Client {
	if d == nil {
		return http.DefaultClient
	}
	return own()
}

// Either has one for one of two reasons.
func Either(o Options) *http.Client {
	c := &http.Client{}
	if o.Private || o.CA != "" {
		c.Transport = &http.Transport{}
	}
	return c
}

// Both has one for two reasons together.
func Both(o Options) *http.Client {
	c := &http.Client{}
	if o.Private && len(o.Hosts) > 0 {
		c.Transport = &http.Transport{}
	}
	return c
}

func Pointer(o *Options) *http.Client {
	if o != nil && o.Private {
		return own()
	}
	return http.DefaultClient
}

func Nested(o Options) *http.Client {
	if o.TLS.Insecure {
		return own()
	}
	return http.DefaultClient
}

// Captured has a literal that reads the options.
func Captured(o Options) *http.Client {
	check := func() bool { return o.Timeout > 0 }
	if o.Private && check() {
		return own()
	}
	return http.DefaultClient
}

func Func(o Options) *http.Client {
	if o.Proxy == nil {
		return http.DefaultClient
	}
	return own()
}

// Handed hands its options on, all of them or one.
func Handed(o Options) *http.Client { return New(o) }

func HandedPart(o Options) *http.Client { return Private(o.Private) }

func HandedPointer(o *Options) *http.Client { return Pointer(o) }

func HandedAnew(o Options) *http.Client { return New(Options{Private: o.TLS.Insecure}) }

// Forced has one whatever its options are.
func Forced(o Options) *http.Client {
	o.Private = true
	return New(o)
}

func ForcedHere(o Options) *http.Client {
	o.Private = true
	if o.Private {
		return own()
	}
	return http.DefaultClient
}

func (o *Options) defaults() { o.Private = o.Private || o.Timeout == 0 }

// Defaults has one by default.
func Defaults(o Options) *http.Client {
	o.defaults()
	if o.Private {
		return own()
	}
	return http.DefaultClient
}

func DefaultsBehind(o *Options) *http.Client {
	o.defaults()
	return Pointer(o)
}

// ByLiteral has a literal that sets the option.
func ByLiteral(o Options) *http.Client {
	set := func() { o.Private = true }
	set()
	if o.Private {
		return own()
	}
	return http.DefaultClient
}

// Later sets the option when it counts no more.
func Later(o Options) *http.Client {
	if o.Private {
		return own()
	}
	o.Private = true
	return &http.Client{Timeout: o.Timeout}
}

// Retried calls itself with another option.
func Retried(o Options, n int) *http.Client {
	if o.Private {
		return own()
	}
	if n > 3 {
		return Retried(Options{Private: true}, 0)
	}
	return http.DefaultClient
}

// Looped sets the option in a round for the next one.
func Looped(ctx context.Context, private bool) *http.Client {
	for ctx.Err() == nil {
		if private {
			return own()
		}
		private = true
	}
	return nil
}

// OrEmpty has options of its own for those who give none.
func OrEmpty(o *Options) *http.Client {
	if o == nil {
		o = &Options{Timeout: time.Second}
	}
	if o.Private {
		return own()
	}
	return &http.Client{Timeout: o.Timeout}
}

// OrPrivate has one for them.
func OrPrivate(o *Options) *http.Client {
	if o == nil {
		o = &Options{Private: true}
	}
	if o.Private {
		return own()
	}
	return http.DefaultClient
}

// OrChanged changes them in between.
func OrChanged(o *Options) *http.Client {
	if o == nil {
		o = &Options{}
	}
	o.defaults()
	if o.Private {
		return own()
	}
	return http.DefaultClient
}
