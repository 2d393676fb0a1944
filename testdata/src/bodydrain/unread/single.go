package unread

import (
	"context"
	"net/http"

	"example.com/http3"
)

func requestCloses(u string) (int, error) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return 0, err
	}
	req.Close = true
	resp, err := http.DefaultClient.Do(req) // the connection is meant for this request only
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func requestClosesSometimes(u string, last bool) (int, error) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return 0, err
	}
	if last {
		req.Close = true
	}
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func requestDoesNotClose(u string) (int, error) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return 0, err
	}
	req.Close = false
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func keepAlivesOff(u string) (int, error) {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get(u) // the client keeps no connections
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func keepAlivesOffLater(u string) (int, error) {
	tr := &http.Transport{}
	tr.DisableKeepAlives = true
	var client http.Client
	client.Transport = tr
	resp, err := client.Get(u) // the client keeps no connections
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func keepAlivesOffRoundTrip(req *http.Request) (int, error) {
	tr := &http.Transport{DisableKeepAlives: true}
	resp, err := tr.RoundTrip(req) // the transport keeps no connections
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func keepAlivesOn(u string) (int, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4}}
	last = client
	resp, err := client.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func upgraded(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // where it goes on, the connection speaks another protocol
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusSwitchingProtocols {
		panic("no switch")
	}
	return nil
}

func notUpgraded(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		panic("not good")
	}
	return nil
}

func otherLibrary(u string) (int, error) {
	c := &http.Client{Transport: &http3.Transport{}}
	resp, err := c.Get(u) // not net/http's connection
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func wrapperOfOtherLibrary(u string) (int, error) {
	c := &http.Client{Transport: &http3.Tracing{Base: http.DefaultTransport}}
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func headerCloses(c *http.Client, req *http.Request) (int, error) {
	req.Header.Set("Connection", "close")
	resp, err := c.Do(req) // the header asks for the connection to be closed
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func headerUpgrades(c *http.Client, req *http.Request) (int, error) {
	req.Header.Add("connection", "Upgrade")
	resp, err := c.Do(req) // the connection is for another protocol
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func headerKeeps(c *http.Client, req *http.Request) (int, error) {
	req.Header.Set("Connection", "keep-alive")
	req.Header.Set("Accept", "close")
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func http3Directly(req *http.Request) (int, error) {
	t := &http3.Transport{}
	resp, err := t.RoundTrip(req) // silent: QUIC gives up the stream, not the connection
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func tracingDirectly(req *http.Request) (int, error) {
	t := &http3.Tracing{Base: http.DefaultTransport}
	resp, err := t.RoundTrip(req) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func ownConnection(c *http.ClientConn, req *http.Request) (int, error) {
	resp, err := c.RoundTrip(req) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func closesWithContext(ctx context.Context, u string) error {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return err
	}
	req.Close = true
	req = req.WithContext(ctx)
	resp, err := http.DefaultClient.Do(req) // silent: the copy asks for the same
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func keepsWithContext(ctx context.Context, u string) error {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return err
	}
	req = req.WithContext(ctx)
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
