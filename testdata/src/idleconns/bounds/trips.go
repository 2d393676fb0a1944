package bounds

import (
	"net/http"
	"sync"
)

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

// Silent: batches of two.
func batchesOfTwo(urls []string) {
	client := &http.Client{}
	for i := 0; i+2 <= len(urls); i += 2 {
		var wg sync.WaitGroup
		for _, u := range urls[i : i+2] {
			wg.Add(1)
			go func() {
				defer wg.Done()
				_ = get(client, u)
			}()
		}
		wg.Wait()
	}
}

func batchesOfTen(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines"
	for i := 0; i+10 <= len(urls); i += 10 {
		var wg sync.WaitGroup
		for _, u := range urls[i : i+10] {
			wg.Add(1)
			go func() {
				defer wg.Done()
				_ = get(client, u)
			}()
		}
		wg.Wait()
	}
}

// beats sends something from time to time, until its work is done.
func beats(client *http.Client, u string, work func()) {
	done, stop := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			default:
				_ = get(client, u)
			}
		}
	}()
	defer func() {
		close(stop)
		<-done
	}()
	work()
}

// Silent: each waits for the goroutine that it has started.
func oneAfterTheOther(u string, works []func()) {
	client := &http.Client{}
	for _, work := range works {
		beats(client, u, work)
	}
}

// leaves does not wait.
func leaves(client *http.Client, u string, work func()) {
	go func() {
		for range 100 {
			_ = get(client, u)
		}
	}()
	work()
}

func allAtOnce(u string, works []func()) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, work := range works {
		leaves(client, u, work)
	}
}
