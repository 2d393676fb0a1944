package nilcheck

import "net/http"

// Silent: what net/http returns without an error is there, so that nobody leaves by the second check.
func silentSecond(a, b string) error {
	first, err := http.Get(a)
	if err != nil {
		return err
	}
	second, err := http.Get(b)
	if err != nil {
		first.Body.Close()
		return err
	}
	if second == nil {
		return nil
	}
	first.Body.Close()
	return second.Body.Close()
}

// maybe returns neither where there is nothing to get.
func maybe(u string) (*http.Response, error) {
	if u == "" {
		return nil, nil
	}
	return http.Get(u)
}

func reportedSecond(a, b string) error {
	first, err := http.Get(a) // want `response body of first is not closed when the function returns at line 42`
	if err != nil {
		return err
	}
	second, err := maybe(b)
	if err != nil {
		first.Body.Close()
		return err
	}
	if second == nil {
		return nil
	}
	first.Body.Close()
	return second.Body.Close()
}

func reportedSecondFails(a, b string) error {
	first, err := http.Get(a) // want `response body of first is not closed when the function returns at line 55`
	if err != nil {
		return err
	}
	second, err := http.Get(b)
	if second == nil {
		return err
	}
	first.Body.Close()
	return second.Body.Close()
}
