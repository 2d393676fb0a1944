package factories

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"time"
)

type bridge struct {
	http.Client
	id string
}

func (b *bridge) verify([][]byte, [][]*x509.Certificate) error {
	b.id = "seen"
	return nil
}

// The Transport leads back to the bridge, which lives no longer for that.
func newBridge(timeout time.Duration) *bridge {
	b := &bridge{Client: http.Client{Timeout: timeout}}
	b.Transport = &http.Transport{TLSClientConfig: &tls.Config{VerifyPeerCertificate: b.verify}} // want `http.Transport is built anew for each call of newBridge, for the request at line 28`
	return b
}

func askBridge(u string) error {
	resp, err := newBridge(time.Second).Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var lastBridge *bridge

// Silent: the bridge is kept.
func newKeptBridge() *bridge {
	b := &bridge{}
	b.Transport = &http.Transport{TLSClientConfig: &tls.Config{VerifyPeerCertificate: b.verify}}
	lastBridge = b
	return b
}

func askKeptBridge(u string) error {
	resp, err := newKeptBridge().Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var verifiers []*tls.Config

// Silent: a tls.Config that is kept keeps what it leads to.
func newListedBridge() *bridge {
	b := &bridge{}
	b.Transport = &http.Transport{}
	c := &tls.Config{VerifyPeerCertificate: b.verify}
	verifiers = append(verifiers, c)
	b.Transport.(*http.Transport).TLSClientConfig = c
	return b
}

func askListedBridge(u string) error {
	resp, err := newListedBridge().Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
