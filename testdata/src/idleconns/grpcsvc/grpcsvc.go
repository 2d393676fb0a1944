// Package grpcsvc sends requests from the methods of gRPC services, which run in a goroutine for each call.
package grpcsvc

import (
	"context"
	"io"
	"net"
	"net/http"
	"time"

	"google.golang.org/grpc"

	"idleconns/grpcsvc/pb"
)

func text(ctx context.Context, c *http.Client, u string) (*pb.CityReply, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return &pb.CityReply{Text: string(b)}, nil
}

// plain has a client that keeps two.
type plain struct {
	pb.UnimplementedWeatherServer
	client *http.Client
}

func newPlain() *plain {
	return &plain{client: &http.Client{Timeout: time.Second}} // want "client has no Transport with MaxIdleConnsPerHost.*line 43"
}

func (p *plain) Now(ctx context.Context, req *pb.CityRequest) (*pb.CityReply, error) {
	return text(ctx, p.client, "http://weather.internal/now/"+req.Name)
}

func servePlain(l net.Listener) error {
	s := grpc.NewServer()
	pb.RegisterWeatherServer(s, newPlain())
	return s.Serve(l)
}

// tuned has a client that keeps many.
type tuned struct {
	pb.UnimplementedWeatherServer
	client *http.Client
}

// Silent: MaxIdleConnsPerHost is set.
func newTuned() *tuned {
	return &tuned{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}}
}

func (t *tuned) Now(ctx context.Context, req *pb.CityRequest) (*pb.CityReply, error) {
	return text(ctx, t.client, "http://weather.internal/now/"+req.Name)
}

func (t *tuned) Tomorrow(ctx context.Context, req *pb.CityRequest) (*pb.CityReply, error) {
	return text(ctx, t.client, "http://weather.internal/tomorrow/"+req.Name)
}

func serveTuned(l net.Listener) error {
	s := grpc.NewServer()
	pb.RegisterWeatherServer(s, newTuned())
	return s.Serve(l)
}

// direct has no client at all.
type direct struct {
	pb.UnimplementedWeatherServer
}

func (direct) Tomorrow(ctx context.Context, req *pb.CityRequest) (*pb.CityReply, error) {
	resp, err := http.Get("http://weather.internal/tomorrow/" + req.Name) // want "http.Get keeps only two idle connections per host.*line 83"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return &pb.CityReply{Text: resp.Status}, nil
}

func serveDirect(l net.Listener) error {
	s := grpc.NewServer()
	pb.RegisterWeatherServer(s, direct{})
	return s.Serve(l)
}

// cached sends requests from a method that is no service method.
type cached struct {
	pb.UnimplementedWeatherServer
	client *http.Client
	last   pb.CityReply
}

// Silent: refresh is what sends, and it is called once.
func newCached() *cached {
	return &cached{client: &http.Client{}}
}

func (c *cached) refresh(ctx context.Context) error {
	r, err := text(ctx, c.client, "http://weather.internal/now")
	if err != nil {
		return err
	}
	c.last = *r
	return nil
}

func (c *cached) Now(context.Context, *pb.CityRequest) (*pb.CityReply, error) {
	return &c.last, nil
}

func serveCached(l net.Listener) error {
	c := newCached()
	if err := c.refresh(context.Background()); err != nil {
		return err
	}
	s := grpc.NewServer()
	pb.RegisterWeatherServer(s, c)
	return s.Serve(l)
}

// consumer has a method of the same shape, but is no service.
type consumer struct{ client *http.Client }

// Silent: Now looks like a service method, but is called in order.
func newConsumer() *consumer {
	return &consumer{client: &http.Client{}}
}

func (c *consumer) Now(ctx context.Context, req *pb.CityRequest) (*pb.CityReply, error) {
	return text(ctx, c.client, "http://weather.internal/now/"+req.Name)
}

func consume(ctx context.Context, names []string) error {
	c := newConsumer()
	for _, n := range names {
		if _, err := c.Now(ctx, &pb.CityRequest{Name: n}); err != nil {
			return err
		}
	}
	return nil
}
