// Package defaults has what idleconns leaves out with -default=false.
package defaults

import (
	"io"
	"net/http"
)

func load(url string) {
	for range 10 {
		go func() {
			resp, err := http.Get(url) //kalint:ignore idleconns of use with -default
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}()
	}
	resp, err := http.Get(url + "/end") //kalint:ignore idleconns of no use // want `silences nothing: idleconns finds nothing here`
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
