// A crawler reads the first 512 bytes of each page, to see what it is.
//
// A LimitReader that says EOF at its limit is not a body that is at its end: the
// other 9.5 KiB are still to come, and Close before Go 1.27 drops the connection
// with them. To read such a rest takes microseconds; to connect anew takes a way
// to the server and back, and with TLS at least one more.
//
// Go 1.27 reads such a rest as well, but not before Close returns. This crawler asks
// for the next page at once, finds that reading still going on, and now and then
// opens another connection. The fix reads the rest, up to 256 KiB of it, first.
//
//proof:flags -bodydrain.level=eof
//proof:expect go1.26 10 -> 1
//proof:expect go1.27 1..9 -> 1
package main

import (
	"cmp"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		if _, err := kind(base + "/bytes?n=10240"); err != nil {
			log.Fatal(err)
		}
	}
}

// kind tells the media type of a page from how it begins.
func kind(url string) (string, error) {
	resp, err := http.Get(url) // reported
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	head, err := io.ReadAll(io.LimitReader(resp.Body, 512))
	if err != nil {
		return "", err
	}
	return http.DetectContentType(head), nil
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
