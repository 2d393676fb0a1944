package filled

import (
	"errors"
	"net/http"

	"bodyclose/filled/client"
)

func crossDropped(req *http.Request) (int, error) {
	out := &client.Response{}
	if err := client.Send(req, out); err != nil { // want "response body of out is not closed when the function returns at line 15"
		return 0, err
	}
	return out.Code, nil
}

func crossClosed(req *http.Request) (int, error) {
	out := &client.Response{}
	if err := client.Send(req, out); err != nil {
		return 0, err
	}
	defer out.Body().Close() // silent
	return out.Code, nil
}

func crossFailed(req *http.Request) error {
	out := new(client.Response)
	if err := client.SendChecked(req, out); err != nil {
		return err
	}
	if out.Failed() {
		return errors.New("failed") // silent: then SendChecked has closed it
	}
	return out.Close()
}

func crossNeverClosed(req *http.Request) error {
	out := new(client.Response)
	if err := client.SendChecked(req, out); err != nil { // want "response body of out is not closed"
		return err
	}
	if out.Failed() {
		return errors.New("failed")
	}
	return nil
}

func crossInterface(req *http.Request, s client.Sender) error {
	out := new(client.Response)
	if err := s.Send(req, out); err != nil { // want "response body of out is not closed"
		return err
	}
	return nil
}

func crossInterfaceClosed(req *http.Request, s client.Sender) error {
	out := new(client.Response)
	if err := s.Send(req, out); err != nil {
		return err
	}
	return out.Close() // silent
}

func crossEither(req *http.Request, d client.Doer) error {
	out := new(client.Response)
	return d.Do(req, out) // silent: it may be closed
}
