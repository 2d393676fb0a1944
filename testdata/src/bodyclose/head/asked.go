package head

import "net/http"

// sendAsking asks for the method, whatever it does with the answer.
func sendAsking(client *http.Client, req *http.Request) (*http.Response, error) {
	if req.Method == http.MethodPost {
		req.Header.Set("Idempotency-Key", "1")
	}
	return client.Do(req)
}

func headAsked(client *http.Client, u string) int {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0
	}
	resp, err := sendAsking(client, req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func postAsked(client *http.Client, u string) int {
	req, err := http.NewRequest(http.MethodPost, u, nil)
	if err != nil {
		return 0
	}
	resp, err := sendAsking(client, req) // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
