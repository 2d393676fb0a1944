// Package ordinary has functions that do something ordinary, and then leave a response open: nothing of it ends the path.
package ordinary

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type T struct {
	n int
	p *T
	f func()
	s []int
}

func (t *T) set() { t.f = func() {} }

type D interface{ set() }
type E struct{ *T }
type E2 struct{ T }

func fillE(e *E) { e.T = &T{} }
func setF(t *T)  { t.f = func() {} }
func newT() *T   { t := &T{p: &T{}}; t.f = func() {}; return t }
func tryT() (*T, error) {
	if len(os.Args) > 2 {
		return nil, os.ErrClosed
	}
	return newT(), nil
}
func decode(v any)  { json.Unmarshal(nil, v) }
func decodeD(d *D)  { *d = &T{} }
func flagT(p **T)   { *p = &T{} }
func call(f func()) { f() }
func pick() func() {
	if len(os.Args) > 1 {
		return func() {}
	}
	return func() { println() }
}
func newD() D                  { return &T{} }
func seq(yield func(int) bool) { yield(1) }
func do() error                { return nil }
func cfg() *T {
	if len(os.Args) > 1 {
		return nil
	}
	return &T{}
}
func apply(t *T, fs ...func(*T)) {
	for _, f := range fs {
		f(t)
	}
}
func pair() (*T, *T) { return &T{}, &T{} }
func must(err error) {
	if err != nil {
		panic(err)
	}
}
func must1[V any](v V, err error) V { must(err); return v }
func debugln(s string) {
	if os.Getenv("D") != "" {
		println(s)
	}
}
func generic[V any]() V { var v V; decode(&v); return v }
func gp[V any](p *V) *V { return p }

type list[V any] struct{ items []V }

func (l *list[V]) add(v V) { l.items = append(l.items, v) }

type tree struct {
	left, right *tree
	n           int
}
type grp struct {
	wg  sync.WaitGroup
	err error
}

func (g *grp) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.err = err
		}
	}()
}
func (g *grp) Wait() error { g.wg.Wait(); return g.err }

type mm struct{}

func (mm) M() {}

var glob any = &T{}
var globT *T
var globS T
var globM = map[string]*T{"a": {}}
var globF func()
var globA [3]T
var globA2 []*T

func ordinary0(address string) {
	var m map[string]int
	m = map[string]int{}
	m["a"] = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary1(address string) {
	m := map[string]*T{}
	m["a"] = &T{}
	m["a"].n = 3
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary2(address string) {
	m := map[string]*T{"a": {}}
	m["a"].n = 3
	m["a"].p = m["a"]
	m["a"].p.n = 4
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary3(address string) {
	var t T
	t.p = &T{}
	t.p.n = 4
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary4(address string) {
	t := T{p: &T{}}
	u := t
	u.p.n = 4
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary5(address string) {
	t := &T{p: &T{}}
	u := *t
	u.p.n = 4
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary6(address string) {
	ts := []*T{{}, {}}
	for _, t := range ts {
		t.n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary7(address string) {
	ts := []*T{{p: &T{}}, {}}
	ts[0].p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary8(address string) {
	ts := make([]T, 3)
	for i := range ts {
		ts[i].p = &T{}
	}
	ts[1].p.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary9(address string) {
	ts := make([]*T, 3)
	for i := range ts {
		ts[i] = new(T)
	}
	ts[1].n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary10(address string) {
	var ts [3]*T
	for i := range ts {
		ts[i] = new(T)
	}
	ts[1].n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary11(address string) {
	var ts [3]T
	for i := range ts {
		ts[i].p = new(T)
	}
	ts[1].p.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary12(address string) {
	ch := make(chan *T, 1)
	ch <- &T{p: &T{}}
	t := <-ch
	t.p.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary13(address string) {
	ch := make(chan T, 1)
	ch <- T{p: &T{}}
	t := <-ch
	t.p.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary14(address string) {
	var i any = &T{p: &T{}}
	i.(*T).p.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary15(address string) {
	var i any = T{p: &T{}}
	t := i.(T)
	t.p.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary16(address string) {
	var i any = T{f: func() {}}
	t, ok := i.(T)
	if ok {
		t.f()
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary17(address string) {
	t := T{f: func() {}}
	t.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary18(address string) {
	t := &T{f: func() {}}
	t.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary19(address string) {
	var t T
	t.f = func() {}
	t.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary20(address string) {
	var t T
	setF(&t)
	t.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary21(address string) {
	var t T
	t.set()
	t.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary22(address string) {
	t := newT()
	t.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary23(address string) {
	t := newT()
	t.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary24(address string) {
	t := *newT()
	t.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary25(address string) {
	t, err := tryT()
	if err != nil {
		return
	}
	t.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary26(address string) {
	var t T
	decode(&t)
	t.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary27(address string) {
	var t struct{ A *T }
	decode(&t)
	t.A.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary28(address string) {
	var t struct{ A []*T }
	decode(&t)
	for _, a := range t.A {
		a.n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary29(address string) {
	var t struct{ A struct{ B *T } }
	decode(&t.A)
	t.A.B.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary30(address string) {
	var t struct{ A struct{ B *T } }
	json.Unmarshal(nil, &t)
	t.A.B.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary31(address string) {
	var t struct{ A *T }
	json.NewDecoder(os.Stdin).Decode(&t)
	t.A.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary32(address string) {
	var p *T
	flagT(&p)
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary33(address string) {
	var p *T
	func() { p = &T{} }()
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary34(address string) {
	var p *T
	fn := func() { p = &T{} }
	fn()
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary35(address string) {
	var p *T
	call(func() { p = &T{} })
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary36(address string) {
	var p *T
	var once sync.Once
	once.Do(func() { p = &T{} })
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary37(address string) {
	var p *T
	done := make(chan bool)
	go func() { p = &T{}; close(done) }()
	<-done
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary38(address string) {
	var p *T
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); p = &T{} }()
	wg.Wait()
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary39(address string) {
	var p *T
	var wg sync.WaitGroup
	wg.Go(func() { p = &T{} })
	wg.Wait()
	p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary40(address string) {
	var p *T
	defer func() { p.n = 1 }()
	p = &T{}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary41(address string) {
	var p **T = new(*T)
	*p = &T{}
	(*p).n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary42(address string) {
	var e error
	func() { e = os.ErrClosed }()
	println(e.Error())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary43(address string) {
	var e error
	call(func() { e = os.ErrClosed })
	println(e.Error())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary44(address string) {
	var s []int
	s = append(s, 1)
	println(s[0])
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary45(address string) {
	var s []*T
	s = append(s, &T{})
	s[0].n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary46(address string) {
	var s []func()
	s = append(s, func() {})
	s[0]()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary47(address string) {
	s := []func(){func() {}}
	for _, f := range s {
		f()
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary48(address string) {
	m := map[string]func(){"a": func() {}}
	m["a"]()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary49(address string) {
	m := map[string]func(){"a": func() {}}
	for _, f := range m {
		f()
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary50(address string) {
	m := map[string]T{"a": {p: &T{}}}
	t := m["a"]
	t.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary51(address string) {
	m := map[string]T{"a": {p: &T{}}}
	for _, t := range m {
		t.p.n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary52(address string) {
	m := map[string][]*T{}
	m["a"] = append(m["a"], &T{})
	m["a"][0].n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary53(address string) {
	var f func()
	f = func() {}
	f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary54(address string) {
	var f func(int)
	f = func(n int) {
		if n > 0 {
			f(n - 1)
		}
	}
	f(3)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary55(address string) {
	var f func() = nil
	if len(os.Args) > 1 {
		f = func() {}
	}
	if f != nil {
		f()
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary56(address string) {
	f := pick()
	f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary57(address string) {
	f := (&T{}).set
	f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary58(address string) {
	f := (*T).set
	f(&T{})
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary59(address string) {
	var d D = &T{}
	d.set()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary60(address string) {
	var d D
	d = newD()
	d.set()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary61(address string) {
	var d D
	decodeD(&d)
	d.set()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary62(address string) {
	d := []D{&T{}}
	d[0].set()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary63(address string) {
	t := struct{ D }{&T{}}
	t.set()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary64(address string) {
	t := E{T: &T{}}
	t.n = 1
	t.set()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary65(address string) {
	t := E2{}
	t.n = 1
	t.set()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary66(address string) {
	var t E
	t.T = new(T)
	t.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary67(address string) {
	var t E
	fillE(&t)
	t.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary68(address string) {
	t := &E{}
	t.T = &T{}
	t.T.p = &T{}
	t.p.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary69(address string) {
	for i := 0; i < 10; i++ {
		if i == 5 {
			break
		}
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary70(address string) {
	for {
		if len(os.Args) > 3 {
			break
		}
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary71(address string) {
outer:
	for {
		for {
			break outer
		}
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary72(address string) {
	for range 10 {
		println()
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary73(address string) {
	for i := range 10 {
		println(i)
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary74(address string) {
	for i := range seq {
		println(i)
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary75(address string) {
	switch len(os.Args) {
	case 1:
		println()
	default:
		println(2)
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary76(address string) {
	switch x := any(os.Args).(type) {
	case []string:
		println(len(x))
	case nil:
		return
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary77(address string) {
	select {
	case <-time.After(1):
	default:
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary78(address string) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	<-ctx.Done()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary79(address string) {
	ctx, cancel := context.WithTimeout(context.Background(), 1)
	defer cancel()
	_ = ctx
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary80(address string) {
	defer func() { recover() }()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary81(address string) {
	defer func() {
		if r := recover(); r != nil {
			panic(r)
		}
	}()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary83(address string) {
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary84(address string) {
	var b bytes.Buffer
	b.WriteString("x")
	println(b.String())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary85(address string) {
	var sb strings.Builder
	fmt.Fprintf(&sb, "x")
	println(sb.String())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary86(address string) {
	x := 3
	y := &x
	*y = 4
	println(x / (x - 4 + 1))
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary87(address string) {
	var a [4]int
	a[len(os.Args)%4] = 1
	println(a[2])
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary88(address string) {
	u, err := url.Parse("x")
	if err != nil {
		return
	}
	u.Path = "y"
	println(u.String())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary89(address string) {
	req, err := http.NewRequest("GET", "x", nil)
	if err != nil {
		return
	}
	req.Header.Set("a", "b")
	req.URL.Path = "z"
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary90(address string) {
	srv := &http.Server{}
	go srv.ListenAndServe()
	defer srv.Close()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary91(address string) {
	ln, err := net.Listen("tcp", ":0")
	if err != nil {
		return
	}
	defer ln.Close()
	println(ln.Addr().String())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary92(address string) {
	f, err := os.Open("x")
	if err != nil {
		return
	}
	defer f.Close()
	st, _ := f.Stat()
	println(st.Size())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary93(address string) {
	cmd := exec.Command("x")
	cmd.Stdout = os.Stdout
	if err := cmd.Run(); err != nil {
		println(err.Error())
	}
	println(cmd.ProcessState.Pid())
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary94(address string) {
	cmd := exec.Command("x")
	cmd.Start()
	cmd.Process.Kill()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary95(address string) {
	tm := time.NewTimer(1)
	<-tm.C
	tm.Stop()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary96(address string) {
	var v atomic.Pointer[T]
	v.Store(&T{})
	v.Load().n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary97(address string) {
	var v atomic.Value
	v.Store(&T{})
	v.Load().(*T).n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary98(address string) {
	var v sync.Map
	v.Store("a", &T{})
	x, _ := v.Load("a")
	x.(*T).n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary99(address string) {
	var p sync.Pool
	p.New = func() any { return &T{} }
	p.Get().(*T).n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary100(address string) {
	re := regexp.MustCompile("x")
	println(re.FindStringSubmatch("x")[0])
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary101(address string) {
	log.SetFlags(0)
	log.Println("x")
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary102(address string) {
	if err := do(); err != nil {
		log.Println(err)
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary103(address string) {
	if err := do(); err != nil {
		fmt.Println(err)
		return
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary104(address string) {
	err := do()
	var pe *os.PathError
	if errors.As(err, &pe) {
		println(pe.Path)
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary105(address string) {
	err := do()
	var pe *os.PathError
	errors.As(err, &pe)
	println(pe.Path)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary106(address string) {
	x, ok := glob.(*T)
	if !ok {
		return
	}
	x.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary107(address string) {
	globT = &T{}
	globT.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary108(address string) {
	globT.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary109(address string) {
	globS.p = &T{}
	globS.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary110(address string) {
	globS.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary111(address string) {
	globM["a"].n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary112(address string) {
	globF()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary113(address string) {
	globS.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary114(address string) {
	globA[1].p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary115(address string) {
	t := globS
	t.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary116(address string) {
	t := globA[0]
	t.f()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary117(address string) {
	t := generic[T]()
	t.p = &T{}
	t.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary118(address string) {
	t := generic[*T]()
	t.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary119(address string) {
	t := gp(new(T))
	t.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary120(address string) {
	l := list[T]{}
	l.add(T{p: &T{}})
	l.items[0].p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary121(address string) {
	l := &list[*T]{}
	l.add(&T{})
	l.items[0].n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary122(address string) {
	l := &list[*T]{}
	for _, x := range l.items {
		x.n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary123(address string) {
	x := tree{}
	x.left = &tree{}
	x.left.left = &tree{}
	x.left.left.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary124(address string) {
	x := &tree{left: &tree{left: &tree{}}}
	x.left.left.n = 2
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary125(address string) {
	x := &tree{}
	for i := 0; i < 3; i++ {
		x.left = &tree{}
		x = x.left
	}
	x.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary126(address string) {
	x := &tree{left: &tree{}}
	for x.left != nil {
		x = x.left
	}
	x.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary127(address string) {
	x := cfg()
	if x == nil {
		x = &T{}
	}
	x.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary128(address string) {
	x := cfg()
	if x.p == nil {
		x.p = &T{}
	}
	x.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary129(address string) {
	var x *T
	if len(os.Args) > 1 {
		x = &T{}
	}
	if x != nil {
		x.n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary130(address string) {
	var x *T
	for i := 0; i < 2; i++ {
		if i == 0 {
			x = &T{}
		}
		x.n++
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary131(address string) {
	var x *T
	switch {
	case len(os.Args) > 1:
		x = &T{}
	default:
		x = &T{n: 1}
	}
	x.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary132(address string) {
	var last *T
	for _, t := range globA2 {
		if last != nil {
			last.n = 1
		}
		last = t
	}
	println(last.n)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary133(address string) {
	opts := &T{}
	for _, o := range []func(*T){func(t *T) { t.p = &T{} }} {
		o(opts)
	}
	opts.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary134(address string) {
	opts := T{}
	apply(&opts, func(t *T) { t.p = &T{} })
	opts.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary135(address string) {
	type row struct{ a, b *T }
	rows := []row{{&T{}, &T{}}}
	r := rows[0]
	r.a.n = r.b.n
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary136(address string) {
	type row struct{ a, b *T }
	rows := map[int]row{0: {&T{}, &T{}}}
	r := rows[0]
	r.a.n = r.b.n
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary137(address string) {
	type row struct{ a T }
	rows := []row{{T{p: &T{}}}}
	r := rows[0].a
	r.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary138(address string) {
	type row struct{ a T }
	rows := []*row{{T{p: &T{}}}}
	r := rows[0].a
	r.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary139(address string) {
	type row struct{ a [2]*T }
	x := row{}
	x.a[0] = &T{}
	x.a[0].n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary140(address string) {
	type row struct{ a [2]T }
	x := row{}
	x.a[0].p = &T{}
	y := x
	y.a[0].p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary141(address string) {
	type row struct{ a [2]T }
	x := row{[2]T{{p: &T{}}, {}}}
	y := x.a
	y[0].p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary142(address string) {
	type row struct{ s []T }
	x := row{s: []T{{p: &T{}}}}
	x.s[0].p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary143(address string) {
	type row struct{ m map[string]*T }
	x := row{m: map[string]*T{}}
	x.m["a"] = &T{}
	x.m["a"].n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary144(address string) {
	s := [][]T{{{p: &T{}}}}
	s[0][0].p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary145(address string) {
	s := [][]*T{{{}}}
	for _, r := range s {
		for _, t := range r {
			t.n = 1
		}
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary146(address string) {
	a, b := &T{}, &T{}
	a.p, b.p = b, a
	a.p.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary147(address string) {
	a, b := pair()
	a.n, b.n = b.n, a.n
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary148(address string) {
	a := []int{1, 2}
	b := a[1:]
	println(b[0])
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary149(address string) {
	bs := []byte("abc")
	println(string(bs[0]))
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary150(address string) {
	s := "abc"
	println(s[0])
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary151(address string) {
	n := len(os.Args)
	if n < 1 {
		panic("x")
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary152(address string) {
	n := len(os.Args)
	if n > 1 {
		os.Exit(1)
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary153(address string) {
	if len(os.Args) < 2 {
		log.Fatal("usage")
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary154(address string) {
	v, err := strconv.Atoi("3")
	must(err)
	println(v)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary155(address string) {
	v := must1(strconv.Atoi("3"))
	println(v)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary156(address string) {
	runtime.GC()
	debugln("x")
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary157(address string) {
	var w io.Writer = os.Stdout
	if t, ok := w.(*os.File); ok {
		println(t.Name())
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary158(address string) {
	var w io.Writer = io.Discard
	w.Write(nil)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary159(address string) {
	w := io.MultiWriter(os.Stdout)
	w.Write(nil)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary160(address string) {
	r, w := io.Pipe()
	go func() { w.Close() }()
	io.ReadAll(r)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary161(address string) {
	g := &grp{}
	g.Go(func() error { return nil })
	if err := g.Wait(); err != nil {
		return
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary162(address string) {
	t := time.Now()
	for time.Since(t) < 1 {
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary163(address string) {
	c := make(chan int)
	go func() {
		for x := range c {
			println(x)
		}
	}()
	c <- 1
	close(c)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary164(address string) {
	c := make(chan func(), 1)
	c <- func() {}
	(<-c)()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary165(address string) {
	var iface interface{ M() }
	iface = mm{}
	iface.M()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary166(address string) {
	var iface interface{ M() } = &mm{}
	iface.M()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary167(address string) {
	x := struct{ a, b int }{1, 2}
	println(x.a / x.b)
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary168(address string) {
	x := new(struct{ p *T })
	x.p = new(T)
	x.p.n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary169(address string) {
	x := [...]func(){func() {}, func() {}}
	x[1]()
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary170(address string) {
	x := [...]*T{{}, {}}
	x[1].n = 1
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary171(address string) {
	x := [...]T{{p: &T{}}}
	for _, t := range x {
		t.p.n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary172(address string) {
	x := [...]T{{p: &T{}}}
	for i := range x {
		x[i].p.n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary173(address string) {
	x := []struct{ f func() *T }{{func() *T { return &T{} }}}
	for _, t := range x {
		t.f().n = 1
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary174(address string) {
	x := []struct{ d D }{{&T{}}}
	for _, t := range x {
		t.d.set()
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
func ordinary175(address string) {
	x := []struct{ e error }{{nil}, {os.ErrClosed}}
	for _, t := range x {
		if t.e != nil {
			println(t.e.Error())
		}
	}
	http.Get(address) // want "response body of http.Get is not closed: the response is discarded"
}
