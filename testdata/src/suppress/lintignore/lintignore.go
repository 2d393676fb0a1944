// Package lintignore has the comments of staticcheck.
package lintignore

import (
	"log"
	"net/http"
)

var url string

func f() {
	//lint:ignore bodyclose closed by the pool
	http.Get(url)
	http.Get(url) // want `is not closed`
	http.Get(url) //lint:ignore bodyclose closed by the pool
	//lint:ignore kalint closed by the pool
	http.Get(url)
	//lint:ignore kalint-bodyclose closed by the pool
	http.Get(url)
	//lint:ignore SA1019,BodyClose closed by the pool
	http.Get(url)
	//lint:ignore body* closed by the pool
	http.Get(url)
	//lint:ignore * closed by the pool
	http.Get(url)
	// It is a long story.
	//lint:ignore bodyclose closed by the pool
	// It goes on.
	http.Get(url)

	//lint:ignore bodyclose
	http.Get(url) // want `is not closed`
	//lint:ignore bodydrain closed by the pool
	http.Get(url) // want `is not closed`
	//lint:ignore SA* closed by the pool
	http.Get(url) // want `is not closed`
	//lint:ignore [ closed by the pool
	http.Get(url) // want `is not closed`
	// lint:ignore bodyclose closed by the pool
	http.Get(url) // want `is not closed`
	/*lint:ignore bodyclose closed by the pool*/
	http.Get(url) // want `is not closed`
	//lint:ignored bodyclose closed by the pool
	http.Get(url) // want `is not closed`

	//lint:ignore bodyclose for one line only
	if resp, err := http.Get(url); err == nil {
		log.Println(resp.Status)
		http.Get(url) // want `is not closed`
	}
}

//lint:ignore bodyclose not for what is in the function
func g() {
	http.Get(url) // want `is not closed`
}
