package matchers

import (
	"net/http"
	"testing"

	"github.com/smartystreets/goconvey/convey"
)

// Silent: where the test goes on there is no response.
func conveyNotNil(t *testing.T, u string) {
	convey.Convey("fails", t, func() {
		resp, err := http.Get(u)
		convey.So(err, convey.ShouldNotBeNil)
		convey.So(resp, convey.ShouldBeNil)
	})
}

func conveyError(u string) {
	_, err := http.Get(u)
	convey.So(err, convey.ShouldBeError)
}

func conveyClosed(u string) {
	resp, err := http.Get(u)
	convey.So(err, convey.ShouldBeNil)
	defer resp.Body.Close()
	convey.So(resp, convey.ShouldNotBeNil)
}

// Reported: an assertion keeps nothing.
func conveyLeak(t *testing.T, u string) {
	convey.Convey("succeeds", t, func() {
		resp, err := http.Get(u) // want `response body of resp is not closed`
		convey.So(err, convey.ShouldBeNil)
		convey.So(resp, convey.ShouldNotBeNil)
	})
}

func conveyStatus(u string) {
	resp, err := http.Get(u) // want `response body of resp is not closed`
	convey.So(err, convey.ShouldBeNil)
	convey.So(resp.StatusCode, convey.ShouldEqual, http.StatusOK)
}
