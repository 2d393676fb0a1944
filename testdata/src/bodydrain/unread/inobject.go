package unread

import (
	"io"
	"net/http"
)

type bodyObject struct {
	body io.ReadCloser
	size int64
}

func openObject(u string) (*bodyObject, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &bodyObject{resp.Body, resp.ContentLength}, nil
}

func objectSize(u string) (int64, error) {
	o, err := openObject(u) // want "response body of o is closed unread"
	if err != nil {
		return 0, err
	}
	defer o.body.Close()
	return o.size, nil
}

func readObject(u string) ([]byte, error) {
	o, err := openObject(u)
	if err != nil {
		return nil, err
	}
	defer o.body.Close()
	return io.ReadAll(o.body)
}
