// Package nethttp holds what the rules know of functions by name: of the standard library, which some drivers never
// analyse, and of the few libraries whose behaviour their code does not tell.
package nethttp

import (
	"go/types"
	"maps"
	"strings"
)

// IsStd reports whether the import path is of the standard library.
func IsStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return stdRoots[first]
}

// stdRoots lists the first elements of the standard library's import paths.
var stdRoots = set("archive", "arena", "bufio", "builtin", "bytes", "cmd", "cmp", "compress", "container", "context", "crypto",
	"database", "debug", "embed", "encoding", "errors", "expvar", "flag", "fmt", "go", "hash", "html", "image", "index",
	"internal", "io", "iter", "log", "maps", "math", "mime", "net", "os", "path", "plugin", "reflect", "regexp",
	"runtime", "slices", "sort", "strconv", "strings", "structs", "sync", "syscall", "testing", "text", "time",
	"unicode", "unique", "unsafe", "uuid", "vendor", "weak")

// Summary returns what the table says of a function, in the notation of package lifecycle.
func Summary(fn *types.Func) (string, bool) {
	return summaries().of(fn)
}

// All returns the table's functions and their summaries.
func All() map[string]string { return maps.Clone(summaries().entries) }

// PackageOf returns the path of the package that the full name of a function or variable begins with.
func PackageOf(name string) string {
	if inner, ok := strings.CutPrefix(name, "("); ok { // a method's receiver
		name, _, _ = strings.Cut(strings.TrimPrefix(inner, "*"), ")")
	}
	if end := strings.IndexAny(name, "$#["); end >= 0 {
		name = name[:end]
	}
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return name
	}
	return name[:dot]
}

// NeverReturns reports whether calls of the function do not return.
func NeverReturns(fn *types.Func) bool {
	never, _ := noReturn().of(fn)
	return never || testingStops[fn.Name()] && stopsTest(fn)
}

// MayNotReturn reports whether a function with that last word in its name may be one whose calls do not return.
func MayNotReturn(word string) bool { return noReturn().words[word] || testingStops[word] }

// Bound returns the parameter that bounds how much a function reads, and whether there is one.
func Bound(fn *types.Func) (int, bool) {
	switch {
	case is(fn, "io.LimitReader"):
		return 1, true
	case is(fn, "io.CopyN"):
		return 2, true
	}
	return 0, false
}

// Amount returns the parameter that says how much a function reads, by a number or as a buffer that is filled, and whether there is one.
func Amount(fn *types.Func) (int, bool) {
	switch {
	case is(fn, "io.ReadFull"):
		return 1, true
	case is(fn, "io.ReadAtLeast"):
		return 2, true
	}
	return Bound(fn)
}

// ReadsRaw reports whether the function reads a response from a connection that no transport manages.
func ReadsRaw(fn *types.Func) bool { return is(fn, "net/http.ReadResponse") }

// ComparesErrors reports whether the function says if its first argument, an error, is or wraps its second.
func ComparesErrors(fn *types.Func) bool { return is(fn, "errors.Is") }

// MatchesError reports whether the function says if an error is, or wraps, another one.
func MatchesError(fn *types.Func) bool { return is(fn, "errors.Is", "errors.As") }

// EndsContext reports whether the method's channel says that its context is done.
func EndsContext(fn *types.Func) bool { return is(fn, "(context.Context).Done") }

// TellsContextEnd reports whether the function says why a context is done, once it is.
func TellsContextEnd(fn *types.Func) bool { return is(fn, "(context.Context).Err", "context.Cause") }

// CleansUp reports whether the function arranges for an object to be cleaned up once nobody has it.
func CleansUp(fn *types.Func) bool { return is(fn, "runtime.SetFinalizer", "runtime.AddCleanup") }

// IsFlag reports whether the type is one of flags that many goroutines may set.
func IsFlag(t types.Type) bool { return isType(t, "sync/atomic", "Bool") }

// SetsFlag reports whether the method, or the function that has the address for its first argument, gives such a flag its last
// argument.
func SetsFlag(fn *types.Func) bool {
	return is(fn, "(*sync/atomic.Bool).Store", "(*sync/atomic.Bool).Swap", "(*sync/atomic.Bool).CompareAndSwap",
		"sync/atomic.StoreInt32", "sync/atomic.StoreUint32", "sync/atomic.StoreInt64", "sync/atomic.CompareAndSwapInt32",
		"sync/atomic.CompareAndSwapUint32", "sync/atomic.CompareAndSwapInt64")
}

// AsksFlag reports whether the method says with that answer that such a flag was set before; those that set it set one that is not.
func AsksFlag(fn *types.Func, answer bool) bool {
	if answer {
		return is(fn, "(*sync/atomic.Bool).Load", "(*sync/atomic.Bool).Swap")
	}
	return is(fn, "(*sync/atomic.Bool).CompareAndSwap", "sync/atomic.CompareAndSwapInt32", "sync/atomic.CompareAndSwapUint32",
		"sync/atomic.CompareAndSwapInt64")
}

// MakesError reports whether the function makes an error of a text, and of what its further arguments are.
func MakesError(fn *types.Func) bool { return is(fn, "errors.New", "fmt.Errorf") }

// OnlyReads reports whether what is in the field of the struct is read to its end, and never closed.
func OnlyReads(t types.Type, field string) bool {
	return field == "Stdin" && isType(t, "os/exec", "Cmd")
}

// IgnoresClose reports whether the function gives a reader a Close that does nothing.
func IgnoresClose(fn *types.Func) bool { return is(fn, "io.NopCloser", "io/ioutil.NopCloser") }

// AnswersRedirect reports whether the function answers with a redirect.
func AnswersRedirect(fn *types.Func) bool { return is(fn, "net/http.Redirect") }

// TestsMembership reports whether the function says if its first argument, a list, has its second.
func TestsMembership(fn *types.Func) bool { return is(fn, "slices.Contains") }

// RoundTrips reports whether the function is the method of net/http's interface of transports.
func RoundTrips(fn *types.Func) bool { return is(fn, "(net/http.RoundTripper).RoundTrip") }

// IsType reports whether t is net/http's type of that name, or a pointer to it.
func IsType(t types.Type, name string) bool {
	return isType(t, "net/http", name)
}

// IsTestServer reports whether t is net/http/httptest's Server, or a pointer to it.
func IsTestServer(t types.Type) bool { return isType(t, "net/http/httptest", "Server") }

// MakesTestServer reports whether the function makes such a server.
func MakesTestServer(fn *types.Func) bool {
	return is(fn, "net/http/httptest.NewServer", "net/http/httptest.NewTLSServer", "net/http/httptest.NewUnstartedServer")
}

// IsTest reports whether t is what a test is given, such as *testing.T.
func IsTest(t types.Type) bool {
	return isType(t, "testing", "T") || isType(t, "testing", "B") || isType(t, "testing", "F") || isType(t, "testing", "TB")
}

// TellsAll reports whether the function of the standard library puts a text where the whole program may read it.
func TellsAll(fn *types.Func) bool {
	return is(fn, "os.Setenv", "flag.Set", "(*testing.T).Setenv", "(*testing.B).Setenv", "(testing.TB).Setenv", "(*testing.common).Setenv")
}

func isType(t types.Type, pkg, name string) bool {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg
}

// IsWebsocket reports whether t is a pointer to a connection of a library for websockets.
func IsWebsocket(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	if !ok || n.Obj().Name() != "Conn" || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Pkg().Path() {
	case "github.com/gorilla/websocket", "github.com/coder/websocket", "nhooyr.io/websocket", "github.com/lxzan/gws":
		return true
	}
	return false
}

// IsResponseMethod reports whether a response has a method of that name.
func IsResponseMethod(name string) bool {
	switch name {
	case "Cookies", "Location", "ProtoAtLeast", "Write":
		return true
	}
	return false
}

// SetsHeader reports whether the function uses the http.ResponseWriter that it is given for a header only.
func SetsHeader(fn *types.Func) bool { return is(fn, "net/http.SetCookie") }

// GivesBack reports whether the function returns what somebody has stored before: it is not handed over.
func GivesBack(fn *types.Func) bool {
	return is(fn.Origin(), "(*sync/atomic.Value).Load", "(*sync/atomic.Pointer[T]).Load", "(*sync.Map).Load", "(context.Context).Value")
}

// Mocks reports whether the function has a library answer the requests of a test that go through net/http's default transport, or the
// client that it is given.
func Mocks(fn *types.Func) bool {
	return is(fn, "gopkg.in/h2non/gock.v1.New", "github.com/h2non/gock.New", "gopkg.in/h2non/gock.v1.InterceptClient", "github.com/h2non/gock.InterceptClient",
		"github.com/jarcoal/httpmock.Activate", "github.com/jarcoal/httpmock.ActivateNonDefault", "github.com/jarcoal/httpmock.RegisterResponder")
}

// PlaysBack reports whether the function returns what a mock was told to return.
func PlaysBack(fn *types.Func) bool {
	return is(fn, "(github.com/stretchr/testify/mock.Arguments).Get",
		"(*go.uber.org/mock/gomock.Controller).Call", "(*github.com/golang/mock/gomock.Controller).Call")
}

// Copies reports whether the function copies what it reads from its second argument to its first.
func Copies(fn *types.Func) bool {
	return is(fn, "io.Copy", "io.CopyN", "io.CopyBuffer")
}

// DrainBound is the number of bytes that Go 1.27's Body.Close reads before it gives the connection up: a read that is
// bounded by no less counts as reading to the end.
const DrainBound = 256 << 10

// WrapsFunc reports whether the function returns one that calls its first argument.
func WrapsFunc(fn *types.Func) bool {
	return is(fn, "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues")
}
