package generics

import "net/http"

// A boxed is a struct by its core type alone, which has no fields that could be named.
type boxed[T any] interface {
	~struct{ Value T }
	Get() T
}

func Rebox[T any, B boxed[T]](b B) T { return B{Value: b.Get()}.Get() }

type responseBox struct{ Value *http.Response }

func (b responseBox) Get() *http.Response { return b.Value }

func silentReboxed(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	defer Rebox(responseBox{resp}).Body.Close()
}
