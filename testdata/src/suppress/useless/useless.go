// Package useless has directives that a fix removes.
package useless

import "net/http"

//kalint:ignore bodyclose nothing here // want `silences nothing`
var url string

// Documented is documented.
//
//kalint:ignore bodyclose nothing here // want `silences nothing`
func documented() {}

func f() {
	//kalint:ignore bodyclose nothing here // want `silences nothing`
	url = "a"

	//kalint:ignore bodyclose the process ends
	http.Get(url)

	//kalint:ignore bodyclose nothing here // want `silences nothing`

	url = "b"    // one
	url += "ccc" //kalint:ignore bodyclose nothing here // want `silences nothing`
	url = "d"    // two

	//kalint:ignore bodydrain,bodyclose,idleconns nothing here // want `silences nothing`
	url = "e"
	//kalint:ignore bodyclose,bodyclose twice nothing // want `silences nothing`
	url = "f"
}
