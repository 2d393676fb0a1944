// Package bodydrain defines an analyzer that finds response bodies that are
// closed before they were read to their end.
//
// # Analyzer bodydrain
//
// bodydrain: report HTTP response bodies that are closed before they were read to their end
//
// Before Go 1.27 the HTTP/1 client uses a connection again only when the body
// was read to its end before it was closed. This rule reports the call that
// hands over a body which is closed unread:
//
//	// Reported: only the status is looked at.
//	func up(url string) bool {
//		resp, err := http.Get(url)
//		if err != nil {
//			return false
//		}
//		defer resp.Body.Close()
//		return resp.StatusCode == http.StatusOK
//	}
//
//	// Not reported: what there is of the body is read first.
//	func upDrained(url string) bool {
//		resp, err := http.Get(url)
//		if err != nil {
//			return false
//		}
//		defer func() {
//			io.CopyN(io.Discard, resp.Body, 256<<10)
//			resp.Body.Close()
//		}()
//		return resp.StatusCode == http.StatusOK
//	}
//
// From Go 1.27 on Close itself reads up to 256 KiB, for up to 50 ms. What a module
// may count on is the go line of its go.mod, the oldest Go that its users may
// build it with: the rule is silent where that line, or a build constraint of the
// file, is at go1.27 or above. A module without a go line is reported.
//
// # Levels
//
// The flag -bodydrain.level sets how much is reported. Each level includes those
// before it.
//
//   - unread (the default): no path reads the body at all.
//   - paths: some path closes it unread, such as the early return on a bad status.
//   - eof: some path reads it, but may stop before its end: one Decode, one Scan,
//     a LimitReader, a Read of a part.
//
// The default names code that loses its connection on every request. The other
// two name code that loses it now and then:
//
//	// Reported at level paths: with a bad status the body is closed unread.
//	func read(url string) ([]byte, error) {
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
//	// Reported at level eof: Decode stops behind the first value.
//	func decode(url string, v any) error {
//		resp, err := http.Get(url)
//		if err != nil {
//			return err
//		}
//		defer resp.Body.Close()
//		return json.NewDecoder(resp.Body).Decode(v)
//	}
//
// # Effect
//
// The connections that ten requests one after the other open (measured on
// loopback HTTP/1.1):
//
//	what the code does with the body                                  go1.26.8  go1.27.4
//	Close only, 11 B, 10 KiB or 200 KiB body                          10        1–2
//	Close only, 300 KiB body                                          10        10
//	reads to EOF, then Close                                          1         1
//	CopyN of 256 KiB, then Close; 200 KiB body                        1         1
//	CopyN of 256 KiB, then Close; 300 KiB body                        10        10
//	LimitReader shorter than the body, then Close                     10        2
//	json.Decoder.Decode, then Close; Content-Length or plain chunked  1         1
//	the same, the server flushes and ends the response 2 ms later     10        8
//	the same, 80 ms later                                             10        10
//
// # Not reported, on purpose
//
//   - Bodies that no path closes: they are bodyclose's.
//   - Answers to HEAD requests, which have no body, and those of which the code knows
//     that there is none, by the status or by ContentLength.
//   - Bodies that are handed on, which somebody else may read.
//   - Connections that nobody uses again: req.Close is set in the function, or in one
//     that it has the response from; the Transport is known to have
//     DisableKeepAlives set, or is built for the call, which is transportreuse's;
//     the status is known to be 101, http.ReadResponse.
//   - Connections that others use meanwhile: all that the client is ever given is a
//     transport that only speaks HTTP/2.
//   - Tests in which the server is in view, and answers with a header at most, and
//     answers that a test asserts to have the status 204 or 304.
//   - The only request that a test sends to a server which it makes for that, and
//     requests that a test has a mock answer.
//   - What a comment silences (see ignore), and what is in generated files,
//     unless -generated is given.
//
// The rule cannot see how long a body is. To drop the connection of a long one may
// be cheaper than to read it: such a Close is reported, and best left as it is.
//
// # Fixes
//
// Where it is certain to be right, the fix reads what is left before the Close,
// as much of it as Go 1.27 does itself, and imports io:
//
//	defer func() {
//		io.CopyN(io.Discard, resp.Body, 256<<10)
//		resp.Body.Close()
//	}()
package bodydrain
