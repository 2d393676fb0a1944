package crosspkg

import (
	"net/http"
	"os"

	"idleconns/crosspkg/served"
)

func serves() error {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but the handler at line 14 of served.go uses it"
	http.Handle("/relay", served.New(c))
	own := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	http.Handle("/own", served.New(own))
	p := served.Poller{Client: &http.Client{Transport: &http.Transport{}}} // silent: one request at a time
	p.Poll(os.Stdout)
	return http.ListenAndServe(":8080", nil)
}
