// Package box has types with fields that no other package can set.
package box

import "io"

// Outer holds a body two fields deep.
type Outer struct{ inner *Inner }

func (o *Outer) Close() error { return o.inner.body.Close() }

func (o *Outer) Name() string { return o.inner.name }

func Wrap(i *Inner) *Outer { return &Outer{inner: i} }

// Inner holds a body that New puts there.
type Inner struct {
	name string
	body io.ReadCloser
}

func New(body io.ReadCloser) *Inner { return &Inner{name: "inner", body: body} }

func (i *Inner) Close() error { return i.body.Close() }

func (i *Inner) Name() string { return i.name }

// Kept holds a body that only a method puts there: who has the struct owes the close from then on.
type Kept struct {
	name string
	kept io.ReadCloser
}

func (k *Kept) Keep(body io.ReadCloser) { k.kept = body }

func (k *Kept) Close() error { return k.kept.Close() }

func (k *Kept) Name() string { return k.name }
