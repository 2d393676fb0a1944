package unread

import "testing"

func TestReplaced(t *testing.T) {
	replacedTransport.DisableKeepAlives = true
	upOutsideTests("http://localhost")
	upSingle("http://localhost")
}
