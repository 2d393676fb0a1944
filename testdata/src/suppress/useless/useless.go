// Package useless has comments that silence nothing, and are removed.
package useless

import "net/http"

func closed(u string) error {
	//kalint:ignore bodyclose it is closed // want "kalint:ignore silences nothing: bodyclose finds nothing here"
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close() //kalint:ignore bodyclose nothing to see // want "kalint:ignore silences nothing: bodyclose finds nothing here"
}
