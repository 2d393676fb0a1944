// Package bodyclose defines an analyzer that finds response bodies that some
// path does not close.
//
// # Analyzer bodyclose
//
// bodyclose: report HTTP response bodies that some path does not close
//
// A function that gets an *http.Response from a call owns its body: on every
// path it has to close it, or hand it on to somebody who will. This rule reports
// the call when there is a path on which the response may be non-nil and its
// body is neither closed nor handed on:
//
//	// Reported: with a bad status the function returns before the defer.
//	func version(url string) ([]byte, error) {
//		resp, err := http.Get(url)
//		if err != nil {
//			return nil, err
//		}
//		if resp.StatusCode != http.StatusOK {
//			return nil, errors.New(resp.Status)
//		}
//		defer resp.Body.Close()
//		return io.ReadAll(resp.Body)
//	}
//
//	// Not reported: the defer stands right behind the error check.
//	func versionClosed(url string) ([]byte, error) {
//		resp, err := http.Get(url)
//		if err != nil {
//			return nil, err
//		}
//		defer resp.Body.Close()
//		if resp.StatusCode != http.StatusOK {
//			return nil, errors.New(resp.Status)
//		}
//		return io.ReadAll(resp.Body)
//	}
//
// It also reports a response whose variable is overwritten while its body is
// open, one that is still open when its loop goes round or a retry calls the
// function literal again that has fetched it, one that is discarded,
// and a body that is lost because something else is assigned to resp.Body:
//
//	// Reported: defer takes the first response's body at once, and the second
//	// one has no Close.
//	func twice(url string) error {
//		resp, err := http.Get(url)
//		if err != nil {
//			return err
//		}
//		defer resp.Body.Close()
//		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
//			return err
//		}
//		resp, err = http.Get(url)
//		if err != nil {
//			return err
//		}
//		_, err = io.Copy(io.Discard, resp.Body)
//		return err
//	}
//
//	// Not reported: both are closed.
//	func twiceClosed(url string) error {
//		for range 2 {
//			resp, err := http.Get(url)
//			if err != nil {
//				return err
//			}
//			_, err = io.Copy(io.Discard, resp.Body)
//			resp.Body.Close()
//			if err != nil {
//				return err
//			}
//		}
//		return nil
//	}
//
// The response may come from net/http, or from any other function, method, func
// value or interface method that returns one, in this package or another. It
// may be closed by a function it is given to, whether that takes the response,
// the body or an interface. A helper that only looks at the response does not
// take it over:
//
//	// Reported: check does not close what it is given.
//	func checked(url string) error {
//		resp, err := http.Get(url)
//		if err != nil {
//			return err
//		}
//		return check(resp)
//	}
//
//	func check(resp *http.Response) error {
//		if resp.StatusCode != http.StatusOK {
//			return errors.New(resp.Status)
//		}
//		return nil
//	}
//
// A function that returns the body without the response hands it on as well, as
// an io.ReadCloser or an io.Reader, or in a field of a struct; whoever calls it,
// in this package or another that sees net/http, has to close it. Of interface
// methods, which may return anybody's reader, this is not asked:
//
//	// Reported: Decode does not close what open returns.
//	func decode(url string, v any) error {
//		body, err := open(url)
//		if err != nil {
//			return err
//		}
//		return json.NewDecoder(body).Decode(v)
//	}
//
//	func open(url string) (io.ReadCloser, error) {
//		resp, err := http.Get(url)
//		if err != nil {
//			return nil, err
//		}
//		return resp.Body, nil
//	}
//
// # Effect
//
// The connection of a body that is neither closed nor read to its end is not
// used again, and stays open for as long as the server and the client's timeouts
// let it. The connections that ten requests one after the other open (measured on
// loopback HTTP/1.1):
//
//	what the code does with the body                   go1.26.8  go1.27.4
//	nothing (11 B body)                                10        10
//	nothing, and the response has no body (204, HEAD)  1         1
//	reads to EOF, never closes                         1         1
//	reads to EOF, then Close                           1         1
//
// A body that was read to its end gives its connection back without a Close, and
// so does an answer without a body (204). The rule asks for the Close there as
// well: nobody knows beforehand whether reading gets to the end, or what the
// server answers.
//
// # Not reported, on purpose
//
//   - Paths on which the call's own error is not nil, however the code knows it,
//     or on which the response or its body is nil.
//   - Paths that end in panic, os.Exit, log.Fatal, runtime.Goexit, t.Fatal or a
//     function that never returns.
//   - A response that is returned (its caller owns it then), stored in a field,
//     global, map, slice or channel, or given to a function that keeps it or that
//     nothing is known of, such as an interface method. An error's unexported
//     field does not take it over if the package never asks it for more than the
//     status or the header: nobody can close it there. If the interface's own
//     package has types for it, and all of them leave the response as it is, so
//     does the method; and so does a function that a helper of the package is
//     given, if all that give it one are in view. A struct that a function made itself and gives to nobody
//     who keeps it counts as a variable of its own, also where a function that it
//     calls puts the response there.
//   - Answers to HEAD requests, and responses built in memory: a literal with
//     io.NopCloser or http.NoBody, httptest.ResponseRecorder.Result, what
//     websocket dialers return, http.ReadResponse over bytes, and clients whose
//     Transport is in view and makes its answers up.
//   - What http.ReadResponse has read from a connection or a file that the path
//     closes, hands on or returns, unless it reads the next response from there.
//   - What comes out of a chain of middleware, an interface by whose method each
//     one calls the next, if some of it closes the body and puts a copy in its
//     place, as in Azure's SDKs; unless the chain is put together in view, of what
//     does no such thing.
//   - Paths that have found the status to be 204 or 304, the length to be 0 or the
//     body to be http.NoBody: such an answer has no body. Nor has one of a callee
//     that hands out what has a status it was asked for, and was asked for these.
//   - What an interface's method returns that takes no arguments and has no error:
//     it gives what it has kept. A body that a goroutine or a timer closes, and one
//     that went, together with what closes it, to what is not in view, such as a
//     chain of responders.
//   - Functions in which there is too much to follow: the rule then says nothing.
//   - What a comment silences (see ignore), and what is in generated files,
//     unless -generated is given.
//
// # Fixes
//
// Where it is certain to be right, the fix puts
//
//	defer resp.Body.Close()
//
// behind the error check that follows the call, and takes the defer away that
// stands too far down. In a loop the Close comes at the end of the loop's body.
// Where nothing reads the body, the fix drains it as well, as bodydrain's does;
// but not one of a connection that is not kept, such as a tunnel's, which has no
// end.
// There is no fix where the response is handed on or overwritten on some path,
// or where the code is not of a form that the fix knows.
package bodyclose
