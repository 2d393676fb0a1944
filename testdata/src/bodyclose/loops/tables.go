package loops

import "net/http"

// Tables of what is tried: their elements are not zero because nobody has looked at them.

type trial struct {
	name  *label
	setUp func()
	inner struct{ name *label }
}

type label struct{ text string }

func triesNamed(url string) {
	for _, t := range []trial{
		{name: &label{"a"}},
		{name: &label{"b"}},
	} {
		println(t.name.text)
		http.Get(url) // want "response body of http.Get is not closed: the response is discarded"
	}
}

func triesSetUp(url string) {
	trials := []trial{
		{setUp: func() {}},
		{setUp: func() { println("up") }},
	}
	for _, t := range trials {
		t.setUp()
		http.Get(url) // want "response body of http.Get is not closed: the response is discarded"
	}
}

func triesInner(url string) {
	trials := [2]trial{}
	trials[0].inner.name = &label{"a"}
	for i := range trials {
		t := trials[i]
		if in := t.inner; in.name.text != "" {
			http.Get(url) // want "response body of http.Get is not closed: the response is discarded"
		}
	}
}

func triesFlags(url string) {
	trials := []struct {
		close bool
		path  string
	}{
		{true, "/a"},
		{false, "/b"},
	}
	for _, t := range trials {
		resp, err := http.Get(url + t.path) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			return
		}
		if t.close {
			resp.Body.Close()
		}
	}
}

func triesErrors(url string) {
	trials := []struct {
		path string
		err  error
	}{
		{"/a", nil},
		{"/b", http.ErrNoLocation},
	}
	for _, t := range trials {
		resp, err := http.Get(url + t.path) // want "response body of resp is not closed when the loop goes round"
		if t.err != nil {
			if err == nil {
				println(resp.Status)
			}
			continue
		}
		if err == nil {
			resp.Body.Close()
		}
	}
}
