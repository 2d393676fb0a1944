// Package transportreuse defines an analyzer that finds HTTP transports that are
// built for a request and dropped after it.
//
// # Analyzer transportreuse
//
// transportreuse: report HTTP transports that are built anew for each call
//
// An http.Transport keeps connections for requests to come. One that is built
// for each request has none to offer, and nobody ever comes back for those that
// it keeps. This rule reports a Transport that is built, used and dropped in code
// that runs many times: a loop, a handler, a goroutine, any ordinary function or
// method, or a function that makes one for such code:
//
//	// Reported: each call opens a connection of its own, and leaves it open.
//	func status(url string) (int, error) {
//		tr := &http.Transport{TLSHandshakeTimeout: 5 * time.Second}
//		client := &http.Client{Transport: tr}
//		resp, err := client.Get(url)
//		if err != nil {
//			return 0, err
//		}
//		defer resp.Body.Close()
//		_, err = io.Copy(io.Discard, resp.Body)
//		return resp.StatusCode, err
//	}
//
//	// Not reported: all calls share one Transport.
//	var client = &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: 5 * time.Second}}
//
//	func statusShared(url string) (int, error) {
//		resp, err := client.Get(url)
//		if err != nil {
//			return 0, err
//		}
//		defer resp.Body.Close()
//		_, err = io.Copy(io.Discard, resp.Body)
//		return resp.StatusCode, err
//	}
//
// An http.Client is different: one without a Transport of its own shares
// http.DefaultTransport with all others, and may be made for each request.
//
// # Effect
//
// The connections that ten requests one after the other open, each answer read to
// its end and closed (measured on loopback HTTP/1.1):
//
//	what they have for Transports      go1.26.8  go1.27.4
//	a new one for each of 10 requests  10        10
//	one for all of them                1         1
//
// With each connection goes its handshake, for https that of TLS as well.
//
// Each connection then waits in its Transport, with two goroutines, until the
// server ends it or IdleConnTimeout does. That is 0 in a literal, which means
// never; a clone of http.DefaultTransport has 90 seconds.
//
// This holds for HTTP/2 just as well: a connection belongs to a Transport.
//
// # What to do
//
// Build the Transport once: in a package variable, or in the constructor of what
// sends the requests, in a field. Transports and clients can be used by many
// goroutines at once. What differs from request to request can often be had with
// one Transport: timeouts from http.Client or a context, proxies from the function
// in Transport.Proxy. Where it has to be another each time, let it go properly:
//
//	// Not reported: the connection is closed with the function.
//	func statusOver(proxy *url.URL, target string) (int, error) {
//		tr := &http.Transport{Proxy: http.ProxyURL(proxy)}
//		defer tr.CloseIdleConnections()
//		resp, err := (&http.Client{Transport: tr}).Get(target)
//		if err != nil {
//			return 0, err
//		}
//		defer resp.Body.Close()
//		_, err = io.Copy(io.Discard, resp.Body)
//		return resp.StatusCode, err
//	}
//
// # Not reported, on purpose
//
//   - A Transport that is built in main, init, a test, the function of a
//     sync.Once, the value of a package variable, or what a command line asks for
//     (a function that takes what cobra, kingpin, kong or urfave/cli hand to it).
//   - One that is returned or stored by the constructor that builds it, unless
//     that is called for each request, or a handler stores it over the last one in a
//     client or variable that all requests share.
//   - One behind a nil check, in a field that is filled when it is first needed.
//   - One in a branch that the call does not take, because it leaves an option out or
//     gives it as a constant.
//   - One for each of a few workers that send many requests, and one before a loop
//     that goes on until it is told to stop.
//   - One that goes where the rule does not follow: into an any, a sync.Map, a
//     context, a server.
//   - One whose CloseIdleConnections is called, and not only where requests fail, or
//     that has DisableKeepAlives set: its code says that no connection is to be kept.
//   - An http.Client without a Transport.
//   - What a comment silences (see ignore), and what is in generated files,
//     unless -generated is given.
//
// # Fixes
//
// There are none: where the Transport is to be kept is a decision on the program's
// design.
package transportreuse
