package drainutil

import (
	"bytes"
	"io"
)

// A Tokenizer reads where its buffer is used up.
type Tokenizer struct {
	r     io.Reader
	err   error
	buf   []byte
	start struct{ at int }
}

// NewTokenizer returns a new one, with nothing in its buffer.
func NewTokenizer(r io.Reader) *Tokenizer { return &Tokenizer{r: r} }

func (z *Tokenizer) readByte() byte {
	if z.start.at >= len(z.buf) {
		buf := make([]byte, 512)
		var n int
		n, z.err = z.r.Read(buf)
		z.buf, z.start.at = buf[:n], 0
		if n == 0 {
			return 0
		}
	}
	z.start.at++
	return z.buf[z.start.at-1]
}

// Next returns the next token.
func (z *Tokenizer) Next() (string, error) {
	if z.err != nil {
		return "", z.err
	}
	var tok []byte
	for {
		c := z.readByte()
		if z.err != nil || c == ' ' {
			return string(tok), z.err
		}
		tok = append(tok, c)
	}
}

// Tokens returns all tokens.
func Tokens(r io.Reader) []string {
	var all []string
	z := NewTokenizer(r)
	for {
		tok, err := z.Next()
		if err != nil {
			return all
		}
		all = append(all, tok)
	}
}

// Rest is what is left of the buffer.
func (z *Tokenizer) Rest() io.Reader { return bytes.NewReader(z.buf[z.start.at:]) }
