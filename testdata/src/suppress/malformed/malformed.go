// Package malformed has comments that are not complete.
package malformed

import "net/http"

func noRule(u string) {
	//kalint:ignore // want `kalint:ignore names no rule: it takes one or more of bodyclose,bodydrain,idleconns,transportreuse, and a reason`
	resp, err := http.Get(u)
	_, _ = resp, err
}

func unknownRule(u string) {
	//kalint:ignore bodyclosed by the pool // want `kalint:ignore names "bodyclosed", which is no rule: the rules are bodyclose, bodydrain, idleconns, transportreuse`
	resp, err := http.Get(u)
	_, _ = resp, err
}

func commaAtTheEnd(u string) {
	//kalint:ignore bodyclose, by the pool // want `kalint:ignore names "", which is no rule`
	resp, err := http.Get(u)
	_, _ = resp, err
}

func noReason(u string) {
	//kalint:ignore bodyclose,bodydrain // want `kalint:ignore gives no reason, and silences nothing: say why after bodyclose,bodydrain`
	resp, err := http.Get(u)
	_, _ = resp, err
}

// Silent: complete, or none of ours.
func complete(u string) {
	//kalint:ignore bodyclose the pool closes it
	resp, err := http.Get(u)
	//kalint:ignored bodyclose // want `kalint:ignored is no directive: there is only kalint:ignore`
	_, _ = resp, err
}

func otherDirective(u string) {
	resp, err := http.Get(u) //kalint:disable bodyclose the pool closes it // want `kalint:disable is no directive: there is only kalint:ignore`
	//kalint: ignore bodyclose // want `kalint: is no directive`
	//kalint:ignore-file bodyclose // want `kalint:ignore-file is no directive`
	//kalint:ignore	bodyclose	tabs are blanks as well
	// kalint:ignore
	/*kalint:ignore*/
	// See //kalint:ignore.
	_, _ = resp, err
}

func itself(u string) {
	//kalint:ignore ignore that one has no reason // want `kalint:ignore names "ignore", which is no rule`
	//kalint:ignore nosuch,norsuch // want `kalint:ignore names "nosuch", which is no rule`
	u += "/"

	// What silences kalint silences this as well.
	//nolint:kalint
	//kalint:ignore
	resp, err := http.Get(u)
	_, _ = resp, err
}
