package server

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// ProgramsTrust reports whether a program trusts the certificates in the file
// that SSL_CERT_FILE names. Go asks the system alone on these two.
const ProgramsTrust = runtime.GOOS != "darwin" && runtime.GOOS != "windows"

// An Authority signs for the servers of one run of the harness. Its keys are
// never written down.
type Authority struct {
	File string // its certificate, for SSL_CERT_FILE
	leaf tls.Certificate
}

// NewAuthority makes one, and leaves its certificate in dir.
func NewAuthority(dir string) (*Authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	root := template(1, "kaharness")
	root.IsCA, root.BasicConstraintsValid = true, true
	root.KeyUsage = x509.KeyUsageCertSign
	der, err := x509.CreateCertificate(rand.Reader, root, root, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	a := &Authority{File: filepath.Join(dir, "authority.pem")}
	if a.leaf, err = sign(root, key); err != nil {
		return nil, err
	}
	block := &pem.Block{Type: "CERTIFICATE", Bytes: der}
	return a, os.WriteFile(a.File, pem.EncodeToMemory(block), 0o600)
}

// sign makes the certificate that the servers show.
func sign(root *x509.Certificate, by *ecdsa.PrivateKey) (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	leaf := template(2, "127.0.0.1")
	leaf.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	leaf.KeyUsage = x509.KeyUsageDigitalSignature
	leaf.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	der, err := x509.CreateCertificate(rand.Reader, leaf, root, &key.PublicKey, by)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, err
}

// template is a certificate that outlives the run, and not much more.
func template(serial int64, name string) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(serial),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(24 * time.Hour),
	}
}

// config is how a server speaks TLS.
func (a *Authority) config() *tls.Config {
	return &tls.Config{Certificates: []tls.Certificate{a.leaf}}
}
