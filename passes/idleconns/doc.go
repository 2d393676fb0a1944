// Package idleconns defines an analyzer that finds HTTP clients that many
// goroutines use at once and that keep too few idle connections for them.
//
// # Analyzer idleconns
//
// idleconns: report HTTP clients that many goroutines share and that keep two idle connections per host
//
// An http.Transport keeps connections that are idle for the requests to come:
// MaxIdleConnsPerHost of them for each host, and two where that is not set. All
// clients without a Transport share http.DefaultTransport, which keeps two as
// well. When more goroutines than that send requests to one host, the other
// connections are closed when their response was read, and opened anew for the
// next request. This rule reports such a client:
//
//	// Reported: of the connections that the goroutines open, tr keeps two.
//	func load(url string) {
//		tr := &http.Transport{IdleConnTimeout: time.Minute}
//		defer tr.CloseIdleConnections()
//		client := &http.Client{Transport: tr}
//		var wg sync.WaitGroup
//		for range 10 {
//			wg.Go(func() {
//				for range 10 {
//					resp, err := client.Get(url)
//					if err != nil {
//						log.Print(err)
//						continue
//					}
//					io.Copy(io.Discard, resp.Body)
//					resp.Body.Close()
//				}
//			})
//		}
//		wg.Wait()
//	}
//
//	// Not reported: it keeps one for each of them.
//	func loadKept(url string) {
//		tr := &http.Transport{IdleConnTimeout: time.Minute, MaxIdleConnsPerHost: 10}
//		defer tr.CloseIdleConnections()
//		client := &http.Client{Transport: tr}
//		var wg sync.WaitGroup
//		for range 10 {
//			wg.Go(func() {
//				for range 10 {
//					resp, err := client.Get(url)
//					if err != nil {
//						log.Print(err)
//						continue
//					}
//					io.Copy(io.Discard, resp.Body)
//					resp.Body.Close()
//				}
//			})
//		}
//		wg.Wait()
//	}
//
// What makes a client one of many goroutines is a go statement in a loop, three
// or more of them in a function, a pool of workers, errgroup.Group.Go and
// sync.WaitGroup.Go in a loop, and any function that a server runs in a goroutine
// for each request: HTTP handlers (functions that begin with an http.ResponseWriter
// and an *http.Request), those of the usual frameworks, and methods of gRPC
// services:
//
//	// Reported: all requests that the server works at go through DefaultTransport.
//	func relay(w http.ResponseWriter, r *http.Request) {
//		resp, err := http.Get("http://backend.internal" + r.URL.Path)
//		if err != nil {
//			http.Error(w, err.Error(), http.StatusBadGateway)
//			return
//		}
//		defer resp.Body.Close()
//		io.Copy(w, resp.Body)
//	}
//
//	// Not reported: backend keeps up to 100 connections.
//	var backend = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
//
//	func relayKept(w http.ResponseWriter, r *http.Request) {
//		resp, err := backend.Get("http://backend.internal" + r.URL.Path)
//		if err != nil {
//			http.Error(w, err.Error(), http.StatusBadGateway)
//			return
//		}
//		defer resp.Body.Close()
//		io.Copy(w, resp.Body)
//	}
//
// The client may reach the goroutines through variables, fields, parameters,
// constructors and options, and from package to package. The report stands where
// the client or its Transport is made, or at the request where it is http.Get,
// http.DefaultClient or http.DefaultTransport, or where it stands in a struct that
// is made without a value for it. What is made in another package is told at the
// call that makes it. A client that a function there makes for itself, or that is
// in a package variable, is told at the first call that leads to a request through
// it, if the package is one of the same module. An httputil.ReverseProxy without a
// Transport is a client as well. Where callers may give a client, and get a default
// if they give none, the default is what counts.
//
// Reported as well is a Transport that is to keep more connections for one host
// than it may keep at all:
//
//	// Reported: 10 is all that tr keeps.
//	func transport() *http.Transport {
//		return &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}
//	}
//
// # Effect
//
// The connections that a hundred requests to one host open, ten of them at the same
// time and the next ten when all of these are answered (measured on loopback
// HTTP/1.1):
//
//	what the client is like                                        go1.26.8  go1.27.4
//	10 times 10 requests at once, MaxIdleConnsPerHost not set (2)  81        80
//	10 times 10 requests at once, MaxIdleConnsPerHost 10           10        10
//
// Goroutines that do not wait for each other, as those of load, lose fewer: a
// connection that one is done with may be what another is waiting for. How many it
// is depends on how they come to run.
//
// # HTTP/2
//
// All this is about HTTP/1.1. Over HTTP/2 one connection carries all requests to
// a host, and MaxIdleConnsPerHost hardly matters. Which of the two a server speaks
// is not known before the first request. Most public hosts of https speak HTTP/2,
// so a request whose address the code spells as https://host is not reported where
// its Transport can, be that in a helper, in a field or variable that nothing else
// is put into, or by the caller; that of an address from elsewhere is. For a proxy
// that address is what Rewrite or Director sets. A literal of
// http.Transport that sets TLSClientConfig, Dial, DialTLS or DialContext does not
// speak HTTP/2 at all, unless ForceAttemptHTTP2 is set or Protocols says so. A
// Transport that only speaks HTTP/2 is not reported.
//
// # Not reported, on purpose
//
//   - MaxIdleConnsPerHost set anywhere the value comes by: in the literal, on the
//     variable or field, in an option or a helper, on some path only.
//   - DisableKeepAlives set: nothing is to be kept.
//   - What is made in a branch that the call does not take, because it leaves an
//     option out or gives it as a constant.
//   - Goroutines that each get an element of their own, which brought its client with
//     it.
//   - Two at once and no more: loops with a constant bound, SetLimit(2), channels of
//     capacity two used as semaphores, golang.org/x/sync/semaphore, MaxConnsPerHost
//     of one or two; inside a goroutine also semaphores of a size that the code
//     does not show, code under a mutex, and what singleflight runs under a key that
//     is always the same.
//   - What something out of view may set: a transport that is passed on as any, whose
//     field has its address taken, or that an exported field or variable holds.
//   - Goroutines that a function starts once, where a setting or the length of a
//     list says so, however often it is called; that the one starts who has won a compare-and-swap, set a flag of
//     the loop, or seen a timer fire that fires once.
//   - Goroutines that exclude each other, as those of the branches of a switch do, or
//     of which each is waited for before the next is started: by Wait, or by what it
//     sends to a channel. The same of those that a ticker starts, and a context ends
//     that times out by the next tick.
//   - Requests whose connection is closed after them: Request.Close is set, or the
//     header field Connection.
//   - Code of the package that only its tests run concurrently. What tests put into
//     the program's clients, on the other hand, says nothing of the program.
//   - Handlers of tests, and what tests hand to handlers: they get what requests the
//     test sends.
//   - Requests that are sent one after the other.
//   - What a comment silences (see ignore), and what is in generated files,
//     unless -generated is given.
//
// Not found are clients that come by an any, such as those of a sync.Pool or an
// atomic.Value, handlers that code out of view calls through a type of its own, and
// what a package that has nothing to do with clients calls through an interface, or
// as a function that it is given, in its goroutines or handlers.
//
// The rule does not know which hosts the requests go to. Where each goes to
// another host, two connections for each are plenty.
//
// # Flags
//
// With -idleconns.default=false the rule leaves out what keeps its connections in
// http.DefaultTransport: http.Get, http.DefaultClient, and clients and proxies
// without a Transport of their own. A program may set DefaultTransport up in a
// place that the rule does not see.
//
// # Fixes
//
// To the literal of a Transport the fix adds MaxIdleConnsPerHost: the number of
// goroutines where the code shows it, or else 100. A MaxIdleConns below that is
// raised.
//
// A client without a Transport gets a clone of http.DefaultTransport:
//
//	tr := http.DefaultTransport.(*http.Transport).Clone()
//	tr.MaxIdleConnsPerHost = 100
//
// but only in code that runs once, such as main, or a constructor that main calls:
// in other places each call would have a Transport of its own.
//
// A MaxIdleConns below MaxIdleConnsPerHost is raised, if both are plain numbers.
package idleconns
