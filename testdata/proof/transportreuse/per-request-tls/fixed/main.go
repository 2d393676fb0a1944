// The vault has a client, and with it one handshake.
package main

import (
	"cmp"
	"crypto/tls"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "https://127.0.0.1:8443")
	v := newVault(base)
	for range number("KAHARNESS_REQUESTS") {
		if _, err := v.secret("/hello"); err != nil {
			log.Fatal(err)
		}
	}
}

// A vault keeps secrets, and is asked for them over TLS 1.3 only.
type vault struct {
	address string
	client  *http.Client
}

func newVault(address string) *vault {
	tr := &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}
	return &vault{address: address, client: &http.Client{Transport: tr}}
}

// secret reads a secret.
func (v *vault) secret(path string) ([]byte, error) {
	resp, err := v.client.Get(v.address + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
