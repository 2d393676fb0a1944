package bodyclose

import (
	"bufio"
	"net"
	"net/http"
)

// tunnel asks a proxy for one: what its answer's body reads is the tunnel, which nobody may drain.
func tunnel(conn net.Conn, req *http.Request) error {
	if err := req.Write(conn); err != nil {
		return err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return http.ErrNotSupported
	}
	return nil
}

// once asks for the connection not to be kept: there is nothing to drain for.
func once(c *http.Client, req *http.Request) (int, error) {
	req.Close = true
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
