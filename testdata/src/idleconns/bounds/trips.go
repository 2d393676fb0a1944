package bounds

import "net/http"

// Silent: two rounds at most.
func atMostTwoOf(urls []string) {
	client := &http.Client{}
	for i := 0; i < len(urls) && i < 2; i++ {
		go get(client, urls[i])
	}
}

// Silent: the other way round.
func atMostTwoFirst(urls []string) {
	client := &http.Client{}
	for i := 0; i < 2 && i < len(urls); i++ {
		go get(client, urls[i])
	}
}

// Silent: the loop is left after two.
func leftAfterTwo(urls []string) {
	client := &http.Client{}
	for i, u := range urls {
		if i >= 2 {
			break
		}
		go get(client, u)
	}
}

// Silent: the same with ==.
func leftAtTwo(urls []string) {
	client := &http.Client{}
	for i, u := range urls {
		if i == 2 {
			break
		}
		go get(client, u)
	}
}

func leftAfterTen(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines"
	for i, u := range urls {
		if i >= 10 {
			break
		}
		go get(client, u)
	}
}

func onlyTheFirstTwoAreLogged(urls []string, log func(string)) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for i, u := range urls {
		if i < 2 {
			log(u)
		}
		go get(client, u)
	}
}

// Silent: the map has two.
func mapOfTwo() {
	client := &http.Client{}
	for _, u := range map[string]string{"a": "http://a.internal", "b": "http://b.internal"} {
		go get(client, u)
	}
}

func mapOfThree(c string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 3 goroutines"
	for _, u := range map[string]string{"a": "http://a.internal", "b": "http://b.internal", "c": c} {
		go get(client, u)
	}
}

func mapThatGrows(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	all := map[string]bool{"http://a.internal": true}
	for _, u := range urls {
		all[u] = true
	}
	for u := range all {
		go get(client, u)
	}
}
