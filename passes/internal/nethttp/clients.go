package nethttp

import (
	"go/types"
	"strings"
)

// An Effect is what a function does to a client or a transport.
type Effect uint8

// The effects.
const (
	NoEffect       Effect = iota
	SendsDefault          // sends a request through http.DefaultClient
	Sends                 // sends a request through its receiver
	ServesThrough         // the receiver, a ReverseProxy, sends a request
	Clones                // returns a clone of its receiver, a Transport
	ClosesIdle            // closes the idle connections of its receiver
	MakesProxy            // returns a ReverseProxy
	SetsHTTP1             // lets http.Protocols have HTTP/1
	SetsHTTP2             // lets http.Protocols have HTTP/2
	Acquires              // takes a place of its receiver, a semaphore
	Releases              // gives it back
	AddsProtocol          // has its receiver, a Transport, hand requests of a scheme to another one
	MakesSemaphore        // returns a semaphore of as many places as its first argument says
	Configures            // sets up its first argument, and keeps it for nothing else
)

var effects = lazily(func() map[string]Effect {
	return map[string]Effect{
		"net/http.Get": SendsDefault, "net/http.Head": SendsDefault, "net/http.Post": SendsDefault, "net/http.PostForm": SendsDefault,
		"(*net/http.Client).Do": Sends, "(*net/http.Client).Get": Sends, "(*net/http.Client).Head": Sends,
		"(*net/http.Client).Post": Sends, "(*net/http.Client).PostForm": Sends,
		"(*net/http.Transport).RoundTrip":                 Sends,
		"(*net/http/httputil.ReverseProxy).ServeHTTP":     ServesThrough,
		"(*net/http.Transport).Clone":                     Clones,
		"(*net/http.Transport).CloseIdleConnections":      ClosesIdle,
		"(*net/http.Client).CloseIdleConnections":         ClosesIdle,
		"(*net/http.Transport).RegisterProtocol":          AddsProtocol,
		"net/http/httputil.NewSingleHostReverseProxy":     MakesProxy,
		"(*net/http.Protocols).SetHTTP1":                  SetsHTTP1,
		"(*net/http.Protocols).SetHTTP2":                  SetsHTTP2,
		"(*net/http.Protocols).SetUnencryptedHTTP2":       SetsHTTP2,
		"golang.org/x/net/http2.ConfigureTransport":       Configures,
		"golang.org/x/net/http2.ConfigureTransports":      Configures,
		"golang.org/x/sync/semaphore.NewWeighted":         MakesSemaphore,
		"(*golang.org/x/sync/semaphore.Weighted).Acquire": Acquires,
		"(*golang.org/x/sync/semaphore.Weighted).Release": Releases,
	}
})

// MultiplexesAlone reports whether the type of that name is one of transports that speak HTTP/2 or HTTP/3 alone.
func MultiplexesAlone(name string) bool {
	return name == "golang.org/x/net/http2.Transport" || name == "github.com/quic-go/quic-go/http3.Transport"
}

// EffectOf returns what a function does to clients.
func EffectOf(fn *types.Func) Effect {
	e, _ := effects().of(fn)
	return e
}

// MaySend reports whether the function of the standard library may send a request.
func MaySend(fn *types.Func) bool {
	switch EffectOf(fn) {
	case Sends, SendsDefault, ServesThrough:
		return true
	}
	return fn.Name() == "RoundTrip" || fn.Name() == "ServeHTTP"
}

// ClonesTransport reports whether the interface method is the Clone of a Transport.
func ClonesTransport(method *types.Func) bool {
	sig := method.Signature()
	return method.Name() == "Clone" && sig.Params().Len() == 0 && sig.Results().Len() == 1 && sig.Results().At(0).Type().String() == "*net/http.Transport"
}

// Spawner returns the argument that the function runs in a goroutine of its own, the receiver counted as the first, and
// whether there is one.
func Spawner(fn *types.Func) (int, bool) {
	if spawns, _ := spawners().of(fn.Origin()); !spawns {
		return 0, false
	}
	arg := 0
	if fn.Signature().Recv() != nil {
		arg++
	}
	for p := range fn.Signature().Params().Variables() {
		if _, ok := p.Type().Underlying().(*types.Signature); ok {
			break
		}
		arg++
	}
	return arg, true
}

// MaySpawn reports whether a function with that last word in its name may start a goroutine.
func MaySpawn(word string) bool { return spawners().words[word] }

// MayBound reports whether a function with that last word in its name may bound how many goroutines run, or start one that
// counts.
func MayBound(word string) bool {
	switch word {
	case "Go", "TryGo", "SetLimit", "NewWeighted", "Acquire", "Release":
		return true
	}
	return false
}

var spawners = lazily(func() map[string]bool {
	return set("(*sync.WaitGroup).Go", "(*golang.org/x/sync/errgroup.Group).Go", "(*golang.org/x/sync/errgroup.Group).TryGo",
		"time.AfterFunc", "context.AfterFunc", "(*testing.B).RunParallel",
		"(*github.com/sourcegraph/conc.WaitGroup).Go", "(*github.com/sourcegraph/conc/pool.Pool).Go",
		"(*github.com/sourcegraph/conc/pool.ErrorPool).Go", "(*github.com/sourcegraph/conc/pool.ContextPool).Go",
		"(*github.com/sourcegraph/conc/pool.ResultPool[T]).Go", "(*github.com/sourcegraph/conc/pool.ResultErrorPool[T]).Go",
		"(*github.com/sourcegraph/conc/pool.ResultContextPool[T]).Go",
		"(*github.com/panjf2000/ants/v2.Pool).Submit", "github.com/panjf2000/ants/v2.Submit",
		"(*github.com/alitto/pond.WorkerPool).Submit", "(*github.com/gammazero/workerpool.WorkerPool).Submit",
		"(*github.com/hashicorp/go-multierror.Group).Go", "(*gopkg.in/tomb.v2.Tomb).Go",
		parallelMap, parallelEach, iterMap, iterEach, antsFunc, antsGeneric)
})

// What makes a pool that runs one function, in a goroutine for each thing that is given to it later.
const (
	antsFunc    = "github.com/panjf2000/ants/v2.NewPoolWithFunc"
	antsGeneric = "github.com/panjf2000/ants/v2.NewPoolWithFuncGeneric"
)

// What runs a function for all elements of a slice at once.
const (
	parallelMap  = "github.com/samber/lo/parallel.Map"
	parallelEach = "github.com/samber/lo/parallel.ForEach"
	iterMap      = "github.com/sourcegraph/conc/iter.Map"
	iterEach     = "github.com/sourcegraph/conc/iter.ForEach"
)

// Sizes returns the argument of a function that is how many goroutines the pool which it returns runs at once, and whether
// there is one. The receiver counts as the first argument.
func Sizes(fn *types.Func) (int, bool) {
	if is(fn.Origin(), "(*github.com/sourcegraph/conc/pool.Pool).WithMaxGoroutines", "(*github.com/sourcegraph/conc/pool.ErrorPool).WithMaxGoroutines",
		"(*github.com/sourcegraph/conc/pool.ContextPool).WithMaxGoroutines", "(*github.com/sourcegraph/conc/pool.ResultPool[T]).WithMaxGoroutines") {
		return 1, true
	}
	return 0, is(fn.Origin(), "github.com/panjf2000/ants/v2.NewPool", antsFunc, antsGeneric, "github.com/alitto/pond.New", "github.com/gammazero/workerpool.New")
}

// Delays reports whether the goroutine that the function starts begins later.
func Delays(fn *types.Func) bool { return is(fn, "time.AfterFunc") }

// RunsLater reports whether the function that it is given runs after some time or some event, if at all.
func RunsLater(fn *types.Func) bool { return is(fn, "time.AfterFunc", "context.AfterFunc") }

// RunsAtEnd reports whether the function runs what it is given when the test is over.
func RunsAtEnd(fn *types.Func) bool {
	return is(fn, "(*testing.common).Cleanup", "(testing.TB).Cleanup")
}

// Ticks reports whether the function makes something that ticks, its first argument apart.
func Ticks(fn *types.Func) bool { return is(fn, "time.NewTicker", "time.Tick") }

// TimesOut reports whether the function makes a context that lives as long as its second argument says.
func TimesOut(fn *types.Func) bool {
	return is(fn, "context.WithTimeout", "context.WithTimeoutCause")
}

// IsTimer reports whether the function returns a channel that something comes from once.
func IsTimer(fn *types.Func) bool { return is(fn, "time.After") }

// SpawnsMany reports whether each call of the function starts many goroutines.
func SpawnsMany(fn *types.Func) bool {
	return is(fn.Origin(), "(*testing.B).RunParallel", parallelMap, parallelEach, iterMap, iterEach)
}

// Limits returns the argument that bounds how many goroutines of its receiver, a group, run at once, and whether there is
// one.
func Limits(fn *types.Func) (int, bool) {
	return 1, is(fn, "(*golang.org/x/sync/errgroup.Group).SetLimit")
}

// RunsOnce reports whether the function runs the function that it is given once, however often it is called.
func RunsOnce(fn *types.Func) bool { return is(fn, "(*sync.Once).Do") }

// CallsEach reports whether the function calls the one that it is given for each of what it finds, one after the other.
func CallsEach(fn *types.Func) bool {
	return is(fn, "path/filepath.Walk", "path/filepath.WalkDir", "io/fs.WalkDir", "(*sync.Map).Range", "(*container/ring.Ring).Do")
}

// Singles returns the arguments of a function that runs another one for the one that asks first, and has those that ask
// meanwhile under the same key wait for it: the key and the other function, the receiver counted as the first.
func Singles(fn *types.Func) (key, run int, ok bool) {
	return 1, 2, is(fn, "(*golang.org/x/sync/singleflight.Group).Do", "(*golang.org/x/sync/singleflight.Group).DoChan",
		"(*github.com/golang/groupcache/singleflight.Group).Do")
}

// WrapsOnce reports whether the function returns one that runs the function that it is given once.
func WrapsOnce(fn *types.Func) bool {
	return is(fn.Origin(), "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues")
}

// ReturnsOneOf reports whether the function returns one of its arguments.
func ReturnsOneOf(fn *types.Func) bool { return is(fn.Origin(), "cmp.Or") }

// IsCell reports whether the type is that of a variable which is read and written by methods.
func IsCell(typ string) bool { return typ == "sync/atomic.Pointer" }

// Reads reports whether the method of a cell returns what the cell holds.
func Reads(fn *types.Func) bool {
	return is(fn.Origin(), "(*sync/atomic.Pointer[T]).Load", "(*sync/atomic.Pointer[T]).Swap")
}

// Writes returns the argument that the method of a cell puts there, the receiver counted as the first, and whether there is one.
func Writes(fn *types.Func) (int, bool) {
	switch {
	case is(fn.Origin(), "(*sync/atomic.Pointer[T]).Store", "(*sync/atomic.Pointer[T]).Swap"):
		return 1, true
	case is(fn.Origin(), "(*sync/atomic.Pointer[T]).CompareAndSwap"):
		return 2, true
	}
	return 0, false
}

// EndsConnection reports whether a call of the function with the field's name and value tells of a request that its
// connection is not to be used again: its header field Connection says something else than keep-alive.
func EndsConnection(fn *types.Func, field, value string) bool {
	return SetsField(fn) && strings.EqualFold(field, "Connection") && !strings.EqualFold(value, "keep-alive")
}

// SetsField reports whether the function sets the header field that its second argument names, or adds to it.
func SetsField(fn *types.Func) bool {
	return is(fn, "(net/http.Header).Set", "(net/http.Header).Add")
}

// Locks reports whether the function takes a lock that one goroutine at a time has.
func Locks(fn *types.Func) bool {
	return is(fn, "(*sync.Mutex).Lock", "(*sync.RWMutex).Lock", "(*sync.Mutex).TryLock", "(*sync.RWMutex).TryLock")
}

// Unlocks reports whether the function gives such a lock back.
func Unlocks(fn *types.Func) bool {
	return is(fn, "(*sync.Mutex).Unlock", "(*sync.RWMutex).Unlock")
}

// HandlerContext reports whether functions with one parameter of the type, or a pointer to it, handle a server's requests.
func HandlerContext(typ string) bool {
	switch typ {
	case "github.com/gin-gonic/gin.Context", "github.com/labstack/echo/v4.Context", "github.com/labstack/echo/v5.Context",
		"github.com/labstack/echo.Context", "github.com/gofiber/fiber/v2.Ctx", "github.com/gofiber/fiber/v3.Ctx",
		"github.com/valyala/fasthttp.RequestCtx", "github.com/cloudwego/hertz/pkg/app.RequestContext",
		"crypto/tls.ClientHelloInfo": // a callback of tls.Config
		return true
	}
	return false
}

// CommandContext reports whether functions with a parameter of the type, or a pointer to it, are what a command line asks for:
// the program runs one of them.
func CommandContext(typ string) bool {
	switch typ {
	case "github.com/spf13/cobra.Command", "github.com/urfave/cli.Context", "github.com/urfave/cli/v2.Context", "github.com/urfave/cli/v3.Command",
		"github.com/alecthomas/kingpin.ParseContext", "github.com/alecthomas/kingpin/v2.ParseContext", "github.com/alecthomas/kong.Context":
		return true
	}
	return false
}

// IsGroup reports whether the type runs functions in goroutines, and may bound how many.
func IsGroup(typ string) bool { return typ == "golang.org/x/sync/errgroup.Group" }

// SwapsOnce reports whether the function changes a value for one of those that call it at the same time, and tells which.
func SwapsOnce(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == "sync/atomic" && strings.HasPrefix(fn.Name(), "CompareAndSwap") || ReturnsOld(fn)
}

// ReturnsOld reports whether the function returns the bool that it changes, rather than whether it has changed it.
func ReturnsOld(fn *types.Func) bool { return is(fn, "(*sync/atomic.Bool).Swap") }

// IsSemaphore reports whether the type is a counting semaphore.
func IsSemaphore(typ string) bool { return typ == "golang.org/x/sync/semaphore.Weighted" }

// Address returns the argument of a function that is the address of the request that it makes, and whether there is one.
func Address(fn *types.Func) (int, bool) {
	switch {
	case is(fn, "net/http.NewRequest"):
		return 1, true
	case is(fn, "net/http.NewRequestWithContext"):
		return 2, true
	}
	return 0, false
}

// CopiesRequest reports whether the method returns a copy of its receiver, a request.
func CopiesRequest(fn *types.Func) bool {
	return is(fn, "(*net/http.Request).WithContext", "(*net/http.Request).Clone")
}

// Formats reports whether the function puts its arguments together as its first one says.
func Formats(fn *types.Func) bool { return is(fn, "fmt.Sprintf") }

// KeepsStart returns the argument whose address or URL is that of the function's first result as well, but for its end, and
// whether there is one. The receiver counts as the first argument.
func KeepsStart(fn *types.Func) (int, bool) {
	if arg, ok := Address(fn); ok {
		return arg, true
	}
	return 0, CopiesRequest(fn) || is(fn, "net/url.Parse", "net/url.JoinPath", "(*net/url.URL).String", "(*net/url.URL).JoinPath",
		"strings.TrimSuffix", "strings.TrimRight", "strings.TrimSpace")
}

// Redirects reports whether the method has its receiver, a request that a proxy sends, go to the URL that it is given.
func Redirects(fn *types.Func) bool { return is(fn, "(*net/http/httputil.ProxyRequest).SetURL") }

// Rewrites reports whether the function is one that a proxy may have for its requests.
func Rewrites(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Params().Len() == 1 && sig.Results().Len() == 0 && types.TypeString(sig.Params().At(0).Type(), nil) == "*net/http/httputil.ProxyRequest"
}

// IsURL reports whether the type is that of URLs, or points to it.
func IsURL(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "URL" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/url"
}
