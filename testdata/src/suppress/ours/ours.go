// Package ours has findings that kalint's own comments silence.
package ours

import (
	"net/http"
)

func below(u string) {
	//kalint:ignore bodyclose the program ends here
	resp, err := http.Get(u)
	_, _ = resp, err
}

func behind(u string) {
	resp, err := http.Get(u) //kalint:ignore bodyclose the program ends here
	_, _ = resp, err
}

func notSilent(u string) {
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}

func severalRules(u string) {
	//kalint:ignore bodydrain,bodyclose both at once
	resp, err := http.Get(u)
	_, _ = resp, err
}

func amongOthers(u string) {
	//kalint:ignore bodyclose a comment that goes on
	// in another line, which belongs to it.
	resp, err := http.Get(u)
	_, _ = resp, err
}

func inAStatement(u string) {
	//kalint:ignore bodyclose the whole statement counts
	resp, err := wrap(
		http.Get(u))
	_, _ = resp, err
}

func wrap(resp *http.Response, err error) (*http.Response, error) { return resp, err }

func notInABlock(u string, on bool) {
	//kalint:ignore bodyclose only what begins here // want "silences nothing: bodyclose finds nothing here"
	if on {
		resp, err := http.Get(u) // want "not closed"
		_, _ = resp, err
	}
}

func twoOnALine(u string) {
	a, _ := http.Get(u); b, _ := http.Get(u) //kalint:ignore bodyclose both of them
	_, _ = a, b
}

func twoForOne(u string) {
	//kalint:ignore bodyclose the first
	resp, err := http.Get(u) //kalint:ignore bodyclose the second
	_, _ = resp, err
}

func inABlockComment(u string) {
	/*kalint:ignore bodyclose that is none*/
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}

func withASpace(u string) {
	// kalint:ignore bodyclose that is none either
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}

func tooFarAbove(u string) {
	//kalint:ignore bodyclose there is a line between // want "silences nothing"

	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}

//kalint:ignore bodyclose a function is not silenced as a whole // want "silences nothing"
func ofAFunction(u string) {
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}

func ofAnotherRule(u string) {
	resp, err := http.Get(u) //kalint:ignore idleconns it is closed // want "not closed"
	_, _ = resp, err
}

//kalint:ignore bodyclose a package variable
var _, _ = http.Get("http://a.internal")

func onTheBrace(u string) {
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
} //kalint:ignore bodyclose the brace is no place // want "silences nothing"

func withoutReason(u string) {
	//kalint:ignore bodyclose
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}
