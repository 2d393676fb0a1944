package goroutines

import (
	"net/http"
	"sync"
	"time"
)

// Silent: one of the three is started.
func oneOfThree(kind int, u string) {
	client := &http.Client{Timeout: time.Second}
	switch kind {
	case 0:
		go ping(client, u+"/users")
	case 1:
		go ping(client, u+"/orders")
	default:
		go ping(client, u+"/stock")
	}
}

// Silent: each branch starts two.
func twoInEachBranch(all bool, u string) {
	client := &http.Client{Timeout: time.Second}
	if all {
		go ping(client, u+"/a")
		go ping(client, u+"/b")
	} else {
		go ping(client, u+"/c")
		go ping(client, u+"/d")
	}
}

// Silent: a branch that starts two and returns, and two after it.
func earlyReturn(all bool, u string) {
	client := &http.Client{Timeout: time.Second}
	if !all {
		go ping(client, u+"/a")
		go ping(client, u+"/b")
		return
	}
	go ping(client, u+"/c")
	go ping(client, u+"/d")
}

func twoAndOneMore(all bool, u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	if all {
		go ping(client, u+"/a")
		go ping(client, u+"/b")
	} else {
		go ping(client, u+"/c")
	}
	go ping(client, u+"/d")
}

// Silent: the second pair waits for the first.
func pairAfterPair(u string) {
	client := &http.Client{Timeout: time.Second}
	var wg sync.WaitGroup
	wg.Go(func() { ping(client, u+"/a") })
	wg.Go(func() { ping(client, u+"/b") })
	wg.Wait()
	wg.Go(func() { ping(client, u+"/c") })
	wg.Go(func() { ping(client, u+"/d") })
	wg.Wait()
}

// Silent: a channel of results says that the first two are done.
func pairAfterResults(u string) {
	client := &http.Client{Timeout: time.Second}
	done := make(chan error, 2)
	go func() { done <- ping(client, u+"/a") }()
	go func() { done <- ping(client, u+"/b") }()
	<-done
	<-done
	go func() { done <- ping(client, u+"/c") }()
	go func() { done <- ping(client, u+"/d") }()
	<-done
	<-done
}

func threeAfterOne(u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	var wg sync.WaitGroup
	wg.Go(func() { ping(client, u+"/a") })
	wg.Wait()
	wg.Go(func() { ping(client, u+"/b") })
	wg.Go(func() { ping(client, u+"/c") })
	wg.Go(func() { ping(client, u+"/d") })
	wg.Wait()
}

func waitsOnSomePathOnly(slow bool, u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	var wg sync.WaitGroup
	wg.Go(func() { ping(client, u+"/a") })
	wg.Go(func() { ping(client, u+"/b") })
	if slow {
		wg.Wait()
	}
	wg.Go(func() { ping(client, u+"/c") })
	wg.Wait()
}

func oneOfThreeInALoop(kinds []int, u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, kind := range kinds {
		switch kind {
		case 0:
			go ping(client, u+"/users")
		case 1:
			go ping(client, u+"/orders")
		}
	}
}

func threeInTheRoundsOfALoopOfOne(kinds [1]int, u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	for range kinds {
		go ping(client, u+"/a")
		go ping(client, u+"/b")
		go ping(client, u+"/c")
	}
}
