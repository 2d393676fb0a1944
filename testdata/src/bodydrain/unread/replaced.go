package unread

import "net/http"

var replacedTransport = &http.Transport{MaxIdleConnsPerHost: 10}

var replacedClient = &http.Client{Transport: replacedTransport}

// Only a test has the transport keep no connections.
func upOutsideTests(u string) bool {
	resp, err := replacedClient.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200
}

var singleTransport = &http.Transport{DisableKeepAlives: true}

var singleClient = &http.Client{Transport: singleTransport}

// Silent: the program itself keeps none.
func upSingle(u string) bool {
	resp, err := singleClient.Get(u)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200
}
