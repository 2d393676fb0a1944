package closures

import "net/http"

// Silent: the literal that assigns to err is called from here and there, but only when its variable is.
func calledThroughAVariable(u string, again func() bool) error {
	fetch := func() {}
	resp, err := http.Get(u)
	if err != nil {
		fetch = func() {
			resp, err = http.Get(u)
			if err == nil {
				resp.Body.Close()
			}
		}
		func() {
			if again() {
				fetch()
			}
		}()
		return err
	}
	defer resp.Body.Close()
	return nil
}

// leftByAVariable leaves what it fetches open behind the call.
func leftByAVariable(u string, again func() bool) error {
	fetch := func() {}
	resp, err := http.Get(u)
	if err != nil {
		fetch = func() {
			resp, err = http.Get(u) // want "response body of resp is not closed"
		}
		func() {
			if again() {
				fetch()
			}
		}()
		return err
	}
	defer resp.Body.Close()
	return nil
}

// setFurtherIn calls what a literal of its own has put into the variable.
func setFurtherIn(u string) {
	var resp *http.Response
	var fetch func()
	func() {
		fetch = func() {
			resp, _ = http.Get(u) // want "response body of resp is not closed"
		}
	}()
	fetch()
	println(resp != nil)
}

// Silent: what the literal has fetched is closed here.
func setFurtherInAndClosed(u string) {
	var resp *http.Response
	var err error
	var fetch func()
	func() {
		fetch = func() {
			resp, err = http.Get(u)
		}
	}()
	fetch()
	if err == nil {
		resp.Body.Close()
	}
}
