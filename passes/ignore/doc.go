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
// Blocks and function literals in a statement are not part of it here. There is no
// blank before kalint, nor behind a comma, and comments of the form /* */ have no
// effect.
//
// This rule reports a comment that names no rule, names something that is none, or
// gives no reason, and one that asks for something else than to ignore. Without a
// reason it silences nothing. The rule runs with each of the others, unless
// -ignore=false is given:
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
// A comment that is complete, where a rule that it names finds nothing, is reported
// by that rule, with a fix that removes it, or the rule's name from it. It is not if
// the rule would report with other flags or with another go line in go.mod: bodydrain
// at another level or below go 1.27, idleconns what shares http.DefaultTransport.
//
// # Comments for other linters
//
// They count as they do there: golangci-lint's //nolint,
// //nolint:kalint, //nolint:bodyclose and //nolint:kalint-bodyclose, on a line or
// above a declaration or statement for all of that, and staticcheck's //lint:ignore
// and //lint:file-ignore. They are never reported.
package ignore
