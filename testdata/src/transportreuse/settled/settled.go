// Package settled calls functions whose options it leaves out, or gives as constants.
package settled

import (
	"context"
	"net"
	"net/http"
	"time"

	"transportreuse/settled/dial"
)

func send(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		_ = resp.Body.Close()
	}
}

// Silent: the option is left out.
func leftOut(u string)   { send(dial.New(dial.Options{Timeout: time.Second}), u) }
func noneAtAll(u string) { send(dial.New(dial.Options{}), u) }

func asked(u string) {
	c := dial.New(dial.Options{Private: true}) // want "http.Transport is built anew for each call of New"
	send(c, u)
}

func setting(u string, private bool) {
	c := dial.New(dial.Options{Private: private}) // want "http.Transport is built anew for each call of New"
	send(c, u)
}

// Silent: false, another mode, none, nil.
func constants(u string) {
	send(dial.Private(false), u)
	send(dial.Mode("shared"), u)
	send(dial.Mode(""), u)
	send(dial.Limit(0), u)
	send(dial.Limit(-1), u)
	send(dial.Dialer(nil), u)
	send(dial.Func(dial.Options{}), u)
	send(dial.Pointer(nil), u)
	send(dial.Pointer(&dial.Options{Timeout: time.Second}), u)
}

func otherConstants(u string) {
	send(dial.Private(true), u)                         // want "built anew for each call"
	send(dial.Mode("own"), u)                           // want "built anew for each call"
	send(dial.Limit(2), u)                              // want "built anew for each call"
	send(dial.Dialer(&net.Dialer{}), u)                 // want "built anew for each call"
	send(dial.Func(dial.Options{Proxy: proxy}), u)      // want "built anew for each call"
	send(dial.Pointer(&dial.Options{Private: true}), u) // want "built anew for each call"
}

func proxy(*http.Request) (string, error) { return "", nil }

func either(u string) {
	send(dial.Either(dial.Options{Timeout: time.Second}), u)              // silent: neither
	send(dial.Either(dial.Options{CA: "ca.pem"}), u)                      // want "built anew for each call"
	send(dial.Either(dial.Options{Private: true}), u)                     // want "built anew for each call"
	send(dial.Both(dial.Options{Private: true}), u)                       // silent: one only
	send(dial.Both(dial.Options{Hosts: []string{"a"}}), u)                // silent: the other one
	send(dial.Both(dial.Options{Private: true, Hosts: []string{"a"}}), u) // want "built anew for each call"
}

func nested(u string) {
	send(dial.Nested(dial.Options{TLS: dial.TLS{}}), u)               // silent: not that either
	send(dial.Nested(dial.Options{TLS: dial.TLS{Insecure: true}}), u) // want "built anew for each call"
}

func nestedVar(u string, t dial.TLS) {
	send(dial.Nested(dial.Options{TLS: t}), u) // want "built anew for each call"
}

func nestedVarOff(u string) {
	t := dial.TLS{}
	send(dial.Nested(dial.Options{TLS: t}), u) // silent: off
}

func captured(u string) {
	send(dial.Captured(dial.Options{Timeout: 1}), u)    // silent: the literal only reads
	send(dial.Captured(dial.Options{Private: true}), u) // want "built anew for each call"
}

func handed(u string) {
	send(dial.Handed(dial.Options{CA: "x"}), u)                           // silent: left out
	send(dial.HandedPart(dial.Options{CA: "x"}), u)                       // silent: left out
	send(dial.HandedPointer(&dial.Options{CA: "x"}), u)                   // silent: left out
	send(dial.HandedAnew(dial.Options{Private: true}), u)                 // silent: not what it asks for
	send(dial.Handed(dial.Options{Private: true}), u)                     // want "built anew for each call"
	send(dial.HandedPart(dial.Options{Private: true}), u)                 // want "built anew for each call"
	send(dial.HandedPointer(&dial.Options{Private: true}), u)             // want "built anew for each call"
	send(dial.HandedAnew(dial.Options{TLS: dial.TLS{Insecure: true}}), u) // want "built anew for each call"
}

func changedThere(u string) {
	send(dial.Forced(dial.Options{}), u)              // want "built anew for each call"
	send(dial.ForcedHere(dial.Options{}), u)          // want "built anew for each call"
	send(dial.Defaults(dial.Options{}), u)            // want "built anew for each call"
	send(dial.DefaultsBehind(&dial.Options{}), u)     // want "built anew for each call"
	send(dial.ByLiteral(dial.Options{}), u)           // want "built anew for each call"
	send(dial.Later(dial.Options{}), u)               // silent: when it counts no more
	send(dial.Retried(dial.Options{}, 0), u)          // want "built anew for each call"
	send(dial.Looped(context.Background(), false), u) // want "built anew for each call"
}

// Silent: what is changed here is another option, or changed too late.
func variable(u string) {
	o := dial.Options{}
	o.Timeout = time.Second
	c := dial.New(o)
	o.Private = true
	send(c, u)
}

func variableSet(u string) {
	o := dial.Options{}
	o.Private = true
	send(dial.New(o), u) // want "built anew for each call"
}

func variableMaySet(u string, private bool) {
	var o dial.Options
	if private {
		o.Private = true
	}
	send(dial.New(o), u) // want "built anew for each call"
}

// Silent: it is zero again.
func variableReset(u string) {
	o := dial.Options{Private: true}
	o = dial.Options{}
	send(dial.New(o), u)
}

func variableAnew(u string, again bool) {
	o := dial.Options{}
	if again {
		o = dial.Options{Private: true}
	}
	send(dial.New(o), u) // want "built anew for each call"
}

func setByOther(u string) {
	var o dial.Options
	fill(&o)
	send(dial.New(o), u) // want "built anew for each call"
}

func setInPart(u string) {
	var o dial.Options
	fillPart(&o.TLS)
	send(dial.New(o), u)    // silent: another part
	send(dial.Nested(o), u) // want "built anew for each call"
}

func fill(o *dial.Options) { o.Private = true }
func fillPart(t *dial.TLS) { t.Insecure = true }

func setInLoop(us []string) {
	var o dial.Options
	for _, u := range us {
		send(dial.New(o), u) // want "built anew"
		o.Private = true
	}
}

// fetch is called with false and with true.
func fetch(u string, private bool) {
	send(dial.Private(private), u) // want "built anew for each call"
}

func fetches(u string) {
	fetch(u, false)
	fetch(u, true)
}

// Silent: it is only called with false.
func fetchShared(u string, private bool) { send(dial.Private(private), u) }

func fetchesShared(u string) {
	fetchShared(u, false)
	go fetchShared(u, false)
}

type api struct{ private bool }

// What is in a receiver is not known.
func (a *api) get(u string) {
	send(dial.Private(a.private), u) // want "built anew for each call"
}

// Silent: but for one that is made for the call.
func (a api) list(u string) { send(dial.Private(a.private), u) }

func lists(u string) { api{}.list(u) }

type getter interface{ fetch(u string, private bool) }

type plain struct{}

func (plain) fetch(u string, private bool) {
	send(dial.Private(private), u) // want "built anew for each call"
}

// Of a call through an interface the options are not known.
func dynamic(g getter, u string) { g.fetch(u, false) }

func dynamics(u string) { dynamic(plain{}, u) }

func orEmpty(u string) {
	send(dial.OrEmpty(nil), u)                          // silent: as those that it has have it not set
	send(dial.OrEmpty(&dial.Options{CA: "x"}), u)       // silent: left out
	send(dial.OrEmpty(&dial.Options{Private: true}), u) // want "built anew for each call"
	send(dial.OrPrivate(nil), u)                        // want "built anew for each call"
	send(dial.OrChanged(nil), u)                        // want "built anew for each call"
}
