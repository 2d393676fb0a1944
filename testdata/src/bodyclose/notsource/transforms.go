package notsource

import "net/http"

// A mapper makes a response of another one: it sends nothing.
type mapper func(*http.Response) *http.Response

type filter interface {
	Filter(*http.Response) *http.Response
}

func mapped(resp *http.Response, ms []mapper) *http.Response {
	for _, m := range ms {
		if t := m(resp); t != nil {
			resp = t
		}
	}
	return resp
}

func filtered(c *http.Client, u string, f filter) int {
	resp, err := c.Get(u)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	other := f.Filter(resp)
	if other == nil {
		return 0
	}
	return other.StatusCode
}

// With an error it may send something.
type asker func(*http.Response) (*http.Response, error)

func asked(resp *http.Response, next asker) int {
	other, err := next(resp) // want `response body of other is not closed`
	if err != nil {
		return 0
	}
	return other.StatusCode
}
