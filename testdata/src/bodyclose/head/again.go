package head

import "net/http"

func headRetried(c *http.Client, url string) (int, error) {
	method := http.MethodHead
	for {
		req, err := http.NewRequest(method, url, nil)
		if err != nil {
			return 0, err
		}
		resp, err := c.Do(req) // want `response body of resp is not closed when the function returns at line 20`
		if err != nil {
			return 0, err
		}
		if method == http.MethodHead && resp.StatusCode == http.StatusMethodNotAllowed {
			method = http.MethodGet
			continue
		}
		return resp.StatusCode, nil
	}
}

func headRetriedClosed(c *http.Client, url string) (int, error) {
	method := http.MethodHead
retry:
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	if method == http.MethodHead && resp.StatusCode == http.StatusMethodNotAllowed {
		method = http.MethodGet
		goto retry
	}
	if method == http.MethodGet {
		defer resp.Body.Close()
	}
	return resp.StatusCode, nil
}

func headAlways(c *http.Client, urls []string) (n int, err error) {
	for _, url := range urls {
		req, err := http.NewRequest(http.MethodHead, url, nil)
		if err != nil {
			return 0, err
		}
		resp, err := c.Do(req)
		if err != nil {
			return 0, err
		}
		n += resp.StatusCode
	}
	return n, nil
}
