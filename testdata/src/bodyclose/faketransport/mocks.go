package faketransport

import (
	"net/http"

	"github.com/stretchr/testify/mock"
	"go.uber.org/mock/gomock"
)

// told returns what the test has told it to: there is nothing to close.
type told struct{ mock.Mock }

func (m *told) Do(req *http.Request) (*http.Response, error) {
	args := m.Called(req)
	return args.Get(0).(*http.Response), args.Error(1)
}

type generated struct{ mock.Mock }

func (m *generated) Do(req *http.Request) (*http.Response, error) {
	ret := m.Called(req)
	if both, ok := ret.Get(0).(func(*http.Request) (*http.Response, error)); ok {
		return both(req)
	}
	var resp *http.Response
	if one, ok := ret.Get(0).(func(*http.Request) *http.Response); ok {
		resp = one(req)
	} else if ret.Get(0) != nil {
		resp = ret.Get(0).(*http.Response)
	}
	return resp, ret.Error(1)
}

type controlled struct{ ctrl *gomock.Controller }

func (m *controlled) Do(req *http.Request) (*http.Response, error) {
	ret := m.ctrl.Call(m, "Do", req)
	resp, _ := ret[0].(*http.Response)
	err, _ := ret[1].(error)
	return resp, err
}

type mockedDoer interface {
	Do(*http.Request) (*http.Response, error)
}

type mockable struct{ by mockedDoer }

func (c *mockable) send(req *http.Request) (*http.Response, error) { return c.by.Do(req) }

func asksTold(req *http.Request) int {
	resp, err := new(told).Do(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func asksGenerated(req *http.Request) int {
	resp, err := new(generated).Do(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func asksControlled(req *http.Request) int {
	resp, err := (&controlled{new(gomock.Controller)}).Do(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func asksThroughClient(req *http.Request) int {
	c := &mockable{by: &generated{}}
	resp, err := c.send(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func asksOther(c *mockable, req *http.Request) int {
	resp, err := c.send(req) // want `response body of resp is not closed when the function returns at line 89`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// of unpacks what comes from elsewhere: whoever gets that owns it.
func of(fetch func(string) any, u string) *http.Response { return fetch(u).(*http.Response) }

func unpacks(fetch func(string) any, u string) int {
	resp := of(fetch, u) // want `response body of resp is not closed`
	return resp.StatusCode
}
