// Package matchers has tests that expect an error, by libraries that are told what they demand by a matcher.
package matchers

import (
	"errors"
	"net/http"
	"testing"

	qt "github.com/frankban/quicktest"
	newqt "github.com/go-quicktest/qt"
	. "github.com/onsi/gomega"
	"github.com/stretchr/testify/require"
	check "gopkg.in/check.v1"
	"gotest.tools/v3/assert"
)

var errRefused = errors.New("refused")

// Silent: where the test goes on there is no response.

func gocheckNotNil(c *check.C, u string) {
	_, err := http.Get(u)
	c.Assert(err, check.NotNil)
}

func gocheckErrorMatches(c *check.C, u string) {
	resp, err := http.Get(u)
	c.Assert(err, check.ErrorMatches, ".*refused")
	c.Assert(resp, check.IsNil)
}

func gocheckNoResponse(c *check.C, u string) {
	resp, _ := http.Get(u)
	c.Assert(resp, check.IsNil)
}

func gomegaOccurred(u string) {
	_, err := http.Get(u)
	Expect(err).To(HaveOccurred())
}

func gomegaNotSucceed(u string) {
	_, err := http.Get(u)
	Ω(err).ShouldNot(Succeed())
}

func gomegaNotNil(u string, t *testing.T) {
	g := NewWithT(func(s string) { t.Fatal(s) })
	_, err := http.Get(u)
	g.Expect(err).NotTo(BeNil())
}

func gomegaMatch(u string) {
	_, err := http.Get(u)
	Expect(err).Should(MatchError("refused"))
}

func gomegaInterface(g Gomega, u string) {
	_, err := http.Get(u)
	g.Expect(err).To(HaveOccurred())
}

func gomegaEqual(u string) {
	_, err := http.Get(u)
	Expect(err).To(Equal(errRefused), "it is closed")
}

func gotestError(t *testing.T, u string) {
	_, err := http.Get(u)
	assert.Error(t, err, "refused")
}

func gotestContains(t *testing.T, u string) {
	_, err := http.Get(u)
	assert.ErrorContains(t, err, "refused")
}

func quicktestMethod(t *testing.T, u string) {
	c := qt.New(t)
	_, err := http.Get(u)
	c.Assert(err, qt.ErrorMatches, "refused")
}

func quicktestFunction(t *testing.T, u string) {
	_, err := http.Get(u)
	qt.Assert(t, err, qt.IsNotNil)
}

func newQuicktest(t *testing.T, u string) {
	_, err := http.Get(u)
	newqt.Assert(t, newqt.ErrorMatches(err, "refused"))
}

func gocheckNot(c *check.C, u string) {
	_, err := http.Get(u)
	c.Assert(err, check.Not(check.IsNil))
}

func gotestTrue(t *testing.T, u string) {
	_, err := http.Get(u)
	assert.Assert(t, err != nil)
}

func requireTrue(t *testing.T, u string) {
	_, err := http.Get(u)
	require.True(t, err != nil)
}

func requireFalse(t *testing.T, u string) {
	_, err := http.Get(u)
	require.False(t, err == nil, "it is closed")
}

func requireIs(t *testing.T, u string) {
	_, err := http.Get(u)
	require.True(t, errors.Is(err, errRefused))
}

// Where no error is expected, the response is there.

func gocheckIsNil(c *check.C, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 125"
	c.Assert(err, check.IsNil)
	c.Assert(resp.StatusCode, check.Equals, 200)
}

// It goes on where a check fails.
func gocheckCheck(c *check.C, u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	c.Check(err, check.NotNil)
}

func gomegaNotOccurred(u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	Expect(err).NotTo(HaveOccurred())
}

func gomegaSucceed(u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	Expect(err).To(Succeed())
}

// That it is not this error does not say that it is one.
func gomegaOther(u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	Expect(err).NotTo(MatchError("refused"))
}

// Nothing is said of this error.
func gomegaOfSomethingElse(u string, other error) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	Expect(other).To(HaveOccurred())
	_ = err
}

func gotestNilError(t *testing.T, u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	assert.NilError(t, err)
}

func quicktestIsNil(t *testing.T, u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	qt.Assert(t, err, qt.IsNil)
	newqt.Assert(t, newqt.IsNil(err))
}

// A response that is demanded has to be closed.
func gocheckResponse(c *check.C, u string) {
	resp, _ := http.Get(u) // want "response body of resp is not closed when the function returns at line 171"
	c.Assert(resp, check.NotNil)
}

// Who expects something of a response does not keep it.
func gomegaResponse(u string) {
	resp, _ := http.Get(u) // want "response body of resp is not closed when the function returns at line 178"
	Expect(resp).NotTo(BeNil())
	Expect(resp.StatusCode).To(Equal(200))
}

func requireNoError(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 184"
	require.True(t, err == nil)
	require.Equal(t, 200, resp.StatusCode)
}

func gomegaInterfaceResponse(g Gomega, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 190"
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(resp).To(Equal(200))
}

func gomegaInterfaceClosed(g Gomega, u string) {
	resp, err := http.Get(u)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(resp.Body.Close()).To(Succeed())
}

func gomegaBody(u string) {
	resp, err := http.Get(u)
	Expect(err).NotTo(HaveOccurred())
	Expect(resp).To(HaveHTTPBody("text"))
}

func gomegaAll(g Gomega, u string) {
	g.Expect(http.Get(u)).To(SatisfyAll(HaveHTTPStatus(200), HaveHTTPBody("text")))
}

func gomegaLooks(g Gomega, u string) {
	g.Expect(http.Get(u)).To(SatisfyAll(HaveHTTPStatus(200, 201), Equal("text"))) // want "response body of http.Get is not closed when the function returns"
}

func gomegaPredicate(u string) {
	resp, err := http.Get(u)
	Expect(err).NotTo(HaveOccurred())
	Expect(resp).To(Satisfy(func(resp *http.Response) bool { return resp.Body.Close() == nil }))
}

func gomegaOwnMatcher(u string, own func() matcher) {
	resp, err := http.Get(u)
	Expect(err).NotTo(HaveOccurred())
	Expect(resp).To(own())
}

type matcher struct{}

func (matcher) Match(actual interface{}) (bool, error) {
	return true, actual.(*http.Response).Body.Close()
}
