// Package ignore defines an analyzer that finds comments that were to silence
// kalint and cannot.
//
// # Analyzer ignore
//
// ignore: report kalint:ignore comments that name no rule or give no reason
//
// A finding that is known and meant to stay is silenced by a comment, on its line
// or on the line above, that names the rule, or several with commas between them,
// and says why. It silences findings that begin on that line, or in a statement or
// declaration that begins there:
//
//	// Not reported: the comment says why.
//	func announce(url string) {
//		//kalint:ignore bodyclose the program ends here
//		resp, err := http.Get(url)
//		if err != nil {
//			log.Fatal(err)
//		}
//		log.Print(resp.Status)
//	}
//
// This rule reports a comment that silences nothing because it names no rule, names
// something that is none, or gives no reason:
//
//	// Reported: bodyclosed is no rule.
//	func size(url string) (int64, error) {
//		resp, err := http.Get(url) //kalint:ignore bodyclosed by the pool
//		if err != nil {
//			return 0, err
//		}
//		defer resp.Body.Close()
//		return io.Copy(io.Discard, resp.Body)
//	}
//
// # Comments without use
//
// A comment that is complete, where the rule that it names finds nothing, is reported by
// that rule, with a fix that removes it; bodydrain does so at level eof only, and
// idleconns not with -idleconns.default=false: what they are told to leave out may
// be what the comment is for.
//
// # Comments for other linters
//
// They count as they do there: golangci-lint's //nolint,
// //nolint:kalint, //nolint:bodyclose and //nolint:kalint-bodyclose, on a line or
// above a declaration or statement for all of that, and staticcheck's //lint:ignore
// and //lint:file-ignore. They are never reported.
package ignore
