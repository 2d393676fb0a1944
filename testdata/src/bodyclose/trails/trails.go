// Package trails has paths whose branches are told beside the report.
package trails

import "net/http"

func overwritten(u string, more bool) error {
	if more {
		u += "/more"
	}
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 17"
	if err != nil {
		return err
	}
	if more {
		println(resp.Status)
	}
	resp, err = http.Get(u)
	if err != nil {
		return err
	}
	if more {
		println(resp.Status)
	}
	return resp.Body.Close()
}

func tested(u string, x, y bool) error {
	if x && !y {
		u += "/x"
	}
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 39"
	if err != nil {
		return err
	}
	switch {
	case x:
		return resp.Body.Close()
	case !(y):
		return nil
	}
	return resp.Body.Close()
}
