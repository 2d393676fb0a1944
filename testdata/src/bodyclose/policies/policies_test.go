package policies

import "net/http"

// A fake is of no concern to what stands outside of tests.
type fake struct{}

func (fake) keep(*http.Response) {}

type stub interface{ stub(resp *http.Response) }

type fakeStub struct{}

func (fakeStub) stub(*http.Response) {}

func reportedInTest(s stub, url string) {
	resp, err := http.Get(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return
	}
	s.stub(resp)
}
