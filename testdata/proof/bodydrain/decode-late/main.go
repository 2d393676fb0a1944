// Decode has its value before the answer has its end.
//
// A Decoder stops behind the first value. Where the end of the answer arrives
// with that value, as it mostly does, all is well. Here the server flushes the
// value and goes on working for 80 ms, to write its log or to close a cursor,
// before it ends the answer: when Close comes, the end is not there, and the
// connection is dropped. Go 1.27 waits for it in Close, but for 50 ms only.
//
// The fix reads on to the end, and so waits for the server: the connection costs
// 80 ms of patience. On loopback a new one is cheaper, over a long way with TLS it
// is not. Which of the two it is to be, the program has to decide.
//
//proof:flags -bodydrain.level=eof
//proof:expect go1.26 10 -> 1
package main

import (
	"cmp"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		if _, err := lookup(base + "/late?ms=80"); err != nil {
			log.Fatal(err)
		}
	}
}

// lookup gets a record from the service.
func lookup(url string) (record map[string]any, err error) {
	resp, err := http.Get(url) // reported
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&record)
	return record, err
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
