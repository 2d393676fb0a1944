// Package invokers collects the errors of what it calls.
package invokers

import "errors"

type Invoker interface{ Invoke() error }

type Invoke func() error

func (f Invoke) Invoke() error { return f() }

func AppendInvoke(into *error, inv Invoker) { *into = errors.Join(*into, inv.Invoke()) }

func AppendFunc(into *error, fn func() error) { AppendInvoke(into, Invoke(fn)) }
