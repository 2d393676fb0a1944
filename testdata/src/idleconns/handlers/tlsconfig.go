package handlers

import (
	"crypto/tls"
	"errors"
	"net/http"
)

// certs asks a service for the certificate of each connection.
type certs struct{ client *http.Client }

func newCerts() *certs {
	return &certs{client: &http.Client{}} // want "client has no Transport with MaxIdleConnsPerHost, but the handler at line 16"
}

func (c *certs) get(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	resp, err := c.client.Get("http://certs.internal/" + hello.ServerName)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return nil, errors.New(resp.Status)
}

func withCerts() *tls.Config {
	return &tls.Config{GetCertificate: newCerts().get}
}
