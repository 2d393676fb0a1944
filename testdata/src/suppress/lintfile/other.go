package lintfile

import "net/http"

//lint:file-ignore bodyclose
//lint:file-ignore bodydrain,SA1019 a copy of somebody else's

func h(url string) {
	http.Get(url) // want `is not closed`
}
