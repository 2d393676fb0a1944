// A Transport for each request, and a TLS handshake for each Transport.
//
// That TLS wants settings of its own is the usual reason to make a Transport at
// all. Made in the function that sends the request, it has the handshake repeated
// with every call, which costs both ends more CPU than all the rest, and another
// way to the server and back. Nor does a session cache help that lives in the
// Transport's configuration, and dies with it.
//
// The program mended by hand makes the Transport with the object that uses it.
//
//proof:server tls
//proof:expect go1.26 10 -> 1
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
	v := &vault{address: base}
	for range number("KAHARNESS_REQUESTS") {
		if _, err := v.secret("/hello"); err != nil {
			log.Fatal(err)
		}
	}
}

// A vault keeps secrets, and is asked for them over TLS 1.3 only.
type vault struct {
	address string
}

// secret reads a secret.
func (v *vault) secret(path string) ([]byte, error) {
	client := &http.Client{
		Transport: &http.Transport{ // reported
			TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13},
		},
	}
	resp, err := client.Get(v.address + path)
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
