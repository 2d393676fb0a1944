package websocket

import (
	"bufio"
	"errors"
	"net"
	"net/http"
)

var errHandshake = errors.New("no upgrade")

// switchOver hands over the answer: after an upgrade it has no body, what comes next is of another protocol.
func switchOver(conn net.Conn) (*bufio.Reader, *http.Response, error) {
	br := bufio.NewReader(conn)
	resp, err := http.ReadResponse(br, nil)
	if err != nil {
		return nil, nil, err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols || resp.Header.Get("Upgrade") != "websocket" {
		return nil, resp, errHandshake
	}
	return br, resp, nil
}

// Silent: what is read from here on is no body.
func silentUpgraded(conn net.Conn) (*bufio.Reader, error) {
	br, resp, err := switchOver(conn)
	if err != nil {
		if resp != nil {
			resp.Body.Close()
		}
		return nil, err
	}
	println(resp.Status)
	return br, nil
}

// Reported: what the transport has switched is still to be closed.
func reportedSwitched(url string) (bool, error) {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusSwitchingProtocols, nil
}
