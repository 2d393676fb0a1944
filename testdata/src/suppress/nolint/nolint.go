// Package nolint has the comments of golangci-lint.
package nolint

import (
	"log"
	"net/http"
)

var url string

func lines() {
	http.Get(url) //nolint
	http.Get(url) // nolint
	http.Get(url) ////   nolint
	http.Get(url) //nolint // closed by the pool
	http.Get(url) //nolint closed by the pool
	http.Get(url) //nolint:all
	http.Get(url) //nolint:errcheck,all
	http.Get(url) //nolint:kalint
	http.Get(url) //nolint:bodyclose
	http.Get(url) //nolint:kalint-bodyclose
	http.Get(url) //nolint:bodyclose,errcheck // closed by the pool
	http.Get(url) //nolint: errcheck, BodyClose // closed by the pool
	http.Get(url) // nolint:bodyclose

	http.Get(url) //nolint:errcheck // want `is not closed`
	http.Get(url) //nolint:bodydrain // want `is not closed`
	http.Get(url) //nolint:kalint-bodydrain // want `is not closed`
	http.Get(url) //nolint:bodyclose closed by the pool // want `is not closed`
	http.Get(url) //nolint:body* // want `is not closed`
	http.Get(url) //nolinter // want `is not closed`
	http.Get(url) //no lint // want `is not closed`
	http.Get(url) /* nolint */ // want `is not closed`
	http.Get(url) // with nolint // want `is not closed`
	http.Get(url) //nolint:bodyclose,errcheck
}

func statements() {
	//nolint:bodyclose
	http.Get(url)
	http.Get(url) // want `is not closed`

	// It is a long story.
	//nolint:bodyclose
	// It goes on.
	http.Get(url)

	//nolint:bodyclose
	if url != "" {
		http.Get(url)
		go func() {
			http.Get(url)
		}()
	}

	//nolint:bodyclose

	http.Get(url) // want `is not closed`

		//nolint:bodyclose
	http.Get(url) // want `is not closed`

	if url != "" { //nolint:bodyclose
		http.Get(url) // want `is not closed`
	}

	log.Println( //nolint:bodyclose
		first(http.Get(url)).Status, // want `is not closed`
	)
	log.Println(
		first(http.Get(url)).Status, // want `is not closed`
	) //nolint:bodyclose
	//nolint:bodyclose
	log.Println(
		first(http.Get(url)).Status,
	)
}

func first(r *http.Response, _ error) *http.Response { return r }

//nolint:bodyclose
func function() {
	http.Get(url)
	if url != "" {
		http.Get(url)
	}
}

// Documented is documented.
//
//nolint:bodyclose // closed by the pool
func documented() {
	http.Get(url)
}

//nolint:errcheck
//nolint:bodyclose
func twoComments() { // the first one counts for the function, as it does for golangci-lint
	http.Get(url) // want `is not closed`
}

/*
//nolint
*/
func blockComment() {
	http.Get(url) // want `is not closed`
}

//nolint
var (
	one = first(http.Get("http://a")).Status
	two = first(http.Get("http://a")).Status
)

func together() {
	//kalint:ignore bodyclose both are of use
	http.Get(url) //nolint:bodyclose

	//nolint:bodyclose
	//kalint:ignore bodyclose whoever silences the finding silences this as well
	url = ""
}
