// Package joined gives clients that other packages make to functions of other packages that use them.
package joined

import (
	"net/http"

	"idleconns/crosspkg/joined/backend"
	"idleconns/crosspkg/joined/crawl"
	"idleconns/crosspkg/joined/front"
)

// The handlers there do not know what this package gives them.
func toHandlers() error {
	b := backend.New() // want "b has no Transport with MaxIdleConnsPerHost, but the handler at line 16 of front.go .*made at backend.go:14"
	return http.ListenAndServe(":80", front.New(b).Routes())
}

func toHandler() error {
	return http.ListenAndServe(":80", front.NewDoor(backend.New())) // want "backend.New has no Transport with MaxIdleConnsPerHost, but the handler at line 33 of front.go"
}

// Silent: what they are given keeps many.
func tunedToHandlers() error {
	return http.ListenAndServe(":80", front.New(backend.NewTuned()).Routes())
}

// Silent: told where the handlers are.
func ownOfHandlers() error {
	return http.ListenAndServe(":80", front.NewOwn().Routes())
}

// Who makes the client and who starts the goroutines are of one package, but this one brings them together.
func toGoroutines(urls []string) {
	crawl.New(crawl.NewClient()).Run(urls) // want "crawl.NewClient has no Transport with MaxIdleConnsPerHost, but goroutines started at line 26 of crawl.go"
}

func toLiteral(urls []string) {
	crawl.All(crawl.NewClient())(urls) // want "crawl.NewClient has no Transport with MaxIdleConnsPerHost, but goroutines started at line 26 of crawl.go"
}

func throughOptions(urls chan string) error {
	o, err := crawl.Parse() // want "MaxIdleConnsPerHost of o is not set, but goroutines started at line 73 of crawl.go"
	if err != nil {
		return err
	}
	crawl.NewServer(o).Serve(urls)
	return nil
}

// Silent: told there, where one call makes the client and puts it where the goroutines find it.

func ownOfGoroutines(urls []string) { crawl.NewOwn().Run(urls) }

func openedThere(urls []string) {
	l := crawl.NewLater()
	l.Open()
	l.Run(urls)
}

func variableOfThere(urls []string) {
	crawl.Open()
	crawl.FetchAll(urls)
}

func ownOfLiteral(urls []string) { crawl.OwnAll()(urls) }

func nestedOfThere(urls chan string) {
	n := crawl.NewNested()
	n.Open().Run(urls)
}
