// Package embedded closes responses through what is embedded in what it was given.
package embedded

import "bodyclose/carriers/stream"

func silentEmbedded(url string) {
	s, err := stream.Open(url)
	if err != nil {
		return
	}
	defer s.Close()
	s.Next()
}

func reportedEmbedded(url string) {
	s, err := stream.Open(url) // want `response body of s is not closed`
	if err != nil {
		return
	}
	s.Next()
}

func silentEmbeddedGeneric(url string) {
	s, err := stream.OpenTexts(url)
	if err != nil {
		return
	}
	defer s.Close()
}

func reportedEmbeddedGeneric(url string, really bool) {
	s, err := stream.OpenTexts(url) // want `response body of s is not closed`
	if err != nil {
		return
	}
	if really {
		s.Close()
	}
}
