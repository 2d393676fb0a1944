package tests

import (
	"net/http"
	"testing"
)

func BenchmarkParallel(b *testing.B) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost.*line 10"
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := status(client, "http://127.0.0.1:8080"); err != nil {
				b.Error(err)
			}
		}
	})
}

// Silent: one after the other.
func BenchmarkSerial(b *testing.B) {
	client := &http.Client{}
	for b.Loop() {
		if _, err := status(client, "http://127.0.0.1:8080"); err != nil {
			b.Error(err)
		}
	}
}

// Silent: each of the goroutines has a client of its own, with a Transport of its own.
func BenchmarkOwn(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		client := &http.Client{Transport: &http.Transport{}}
		for pb.Next() {
			if _, err := status(client, "http://127.0.0.1:8080"); err != nil {
				b.Error(err)
			}
		}
	})
}
