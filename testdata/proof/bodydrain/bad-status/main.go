// With a bad status the body is closed unread, and the connection with it.
//
// In good times this keeps its connection. When the server starts to answer 503,
// the early return closes each body unread: just when the server has no strength
// left, every client comes with a new connection for every request. From Go 1.27 on
// such a rest is read behind Close.
//
// That is level paths: the default level is silent, since some path does read the
// body. The fix has the defer read what the function left.
//
//proof:flags -bodydrain.level=paths
//proof:expect go1.26 10 -> 1
//proof:expect go1.27 1..3 -> 1
package main

import (
	"cmp"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		_, err := quote(base + "/status?code=503")
		if !errors.Is(err, errBusy) {
			log.Fatal("want a busy service: ", err)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

var errBusy = errors.New("the service is busy")

// quote gets the price of the day.
func quote(url string) (string, error) {
	resp, err := http.Get(url) // reported
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusServiceUnavailable {
		return "", errBusy
	}
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
