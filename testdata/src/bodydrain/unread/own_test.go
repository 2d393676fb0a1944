package unread

import (
	"crypto/tls"
	"net/http"
	"testing"
)

// Here tests have a transport of their own, which is gone with them.

func TestOwnTransport(t *testing.T) { // silent: nobody comes back for the connection
	client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	resp, err := client.Get("https://example.com")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Fatal(resp.Status)
	}
}

func TestDefaultTransport(t *testing.T) {
	client := http.Client{}
	resp, err := client.Get("https://example.com") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Fatal(resp.Status)
	}
}

func TestOwnTransportTwice(t *testing.T) {
	client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	for _, path := range []string{"/a", "/b"} {
		resp, err := client.Get("https://example.com" + path) // want "response body of resp is closed unread"
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
	}
}

var testClient = &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}

func TestSharedTransport(t *testing.T) {
	resp, err := testClient.Get("https://example.com") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
